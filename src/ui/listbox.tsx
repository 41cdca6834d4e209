import { CheckmarkRegular, Checkmark12Filled } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { AriaAttributes, ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    position: 'absolute',
    insetInlineStart: 0,
    // It lies above the layers that the page draws, such as the grid's header.
    zIndex: 10,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    boxSizing: 'border-box',
    minWidth: '100%',
    width: 'max-content',
    maxWidth: '90vw',
    padding: '0.25rem',
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: 'solid',
    outlineWidth: '1px',
    outlineColor: tokens.colorTransparentStroke,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
  },
  below: { insetBlockStart: 'calc(100% + 2px)' },
  above: { insetBlockEnd: 'calc(100% + 2px)' },
  option: {
    display: 'flex',
    alignItems: 'start',
    flexShrink: 0,
    columnGap: '0.375rem',
    paddingBlock: '0.375rem',
    paddingInline: '0.375rem 0.5rem',
    borderRadius: tokens.borderRadiusMedium,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
  },
  active: {
    outlineStyle: 'solid',
    outlineWidth: '2px',
    outlineOffset: '-2px',
    outlineColor: tokens.colorStrokeFocus2,
  },
  check: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '1rem',
    height: '1rem',
    // It is in the middle of the first line.
    marginBlockStart: '2px',
    fontSize: '1rem',
  },
  box: {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  checkedBox: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundInverted,
    // Without colours of its own, the square shows only the mark.
    '@media (forced-colors: active)': { color: 'ButtonText' },
  },
  name: { flexGrow: 1 },
  aside: {
    flexShrink: 0,
    marginInlineStart: '0.75rem',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
});

/** An option of a list: its value, its name, and the text beside it. */
export type ListOption<T extends string> = {
  readonly value: T;
  readonly name: string;
  readonly aside?: ReactNode;
};

/** The place of a list: below its field or above it, and the height that it can have there, in pixels. */
export type ListRoom = { readonly side: 'below' | 'above'; readonly height: number };

// Is called when an option becomes active, and not each time it is drawn.
const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });

const keepFocus = (event: { readonly preventDefault: () => void }) => event.preventDefault();

/**
 * The list of a combobox. The focus and the keys belong to the field (see `useListbox`). The nearest positioned element
 * around the list decides its place and its width.
 */
export function Listbox<T extends string>({
  id,
  labelId,
  options,
  chosen,
  isMultiple,
  active,
  room,
  onPick,
}: {
  readonly id: string;
  readonly labelId: string;
  readonly options: readonly ListOption<T>[];
  readonly chosen: readonly T[];
  readonly isMultiple: boolean;
  readonly active: number | null;
  readonly room: ListRoom;
  readonly onPick: (value: T) => void;
}) {
  const styles = useStyles();
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-labelledby={labelId}
      aria-multiselectable={isMultiple || undefined}
      className={mergeClasses(styles.list, styles[room.side])}
      style={{ maxBlockSize: `${room.height}px` }}
      onMouseDown={keepFocus}
    >
      {options.map(({ value, name, aside }, index) => (
        <Option
          key={value}
          id={optionId(id, index)}
          isMultiple={isMultiple}
          isChosen={chosen.includes(value)}
          isActive={index === active}
          onPick={() => onPick(value)}
        >
          <span className={styles.name}>{name}</span>
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        </Option>
      ))}
    </div>
  );
}

/** An option of a list, for several choices or one. The active option, which Enter chooses, is in sight. */
export function Option({
  id,
  isMultiple,
  isChosen,
  isActive,
  onPick,
  children,
  ...labels
}: Pick<AriaAttributes, 'aria-labelledby' | 'aria-describedby'> & {
  readonly id: string;
  readonly isMultiple: boolean;
  readonly isChosen: boolean;
  readonly isActive: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const mark = isMultiple ? <Checkmark12Filled /> : <CheckmarkRegular />;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
    <div
      {...labels}
      ref={isActive ? intoView : null}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={mergeClasses(styles.option, isActive && styles.active)}
      onClick={onPick}
    >
      <span
        aria-hidden
        className={mergeClasses(
          styles.check,
          isMultiple && styles.box,
          isMultiple && isChosen && styles.checkedBox,
        )}
      >
        {isChosen && mark}
      </span>
      {children}
    </div>
  );
}

/** The id of an option in the list with an id. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
