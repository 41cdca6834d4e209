import { DismissRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';
import type { TextPart } from './condition-text.ts';

const focusRing = {
  outlineStyle: 'solid',
  outlineWidth: '2px',
  outlineOffset: '-2px',
  outlineColor: tokens.colorStrokeFocus2,
} as const;

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'stretch',
    maxWidth: '100%',
    minHeight: 'var(--control)',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflow: 'hidden',
  },
  // The button in it is 24 pixels high, without the border around both.
  small: { minHeight: 'calc(1.5rem + 2px)', fontSize: tokens.fontSizeBase200 },
  button: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    margin: 0,
    paddingBlock: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorTransparentBackground,
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':hover:active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': focusRing,
  },
  label: { display: 'flex', alignItems: 'center', minWidth: 0, paddingInline: '0.625rem 0.375rem' },
  text: {
    maxWidth: '44ch',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    // Spaces are a part of a value.
    whiteSpace: 'pre',
  },
  /** Data that stands among our own words. */
  data: { fontWeight: tokens.fontWeightSemibold },
  beside: { display: 'flex', alignItems: 'center', flexShrink: 0 },
  remove: { flexShrink: 0, justifyContent: 'center', width: '1.75rem', paddingInline: 0 },
  smallRemove: { width: '1.5rem' },
});

/**
 * A text with a button that removes what the text stands for. Where `onOpen` is given, the text is a button that opens
 * it.
 */
export function Chip({
  parts,
  title,
  size = 'medium',
  openLabel,
  onOpen,
  removeLabel,
  onRemove,
  children,
}: {
  readonly parts: readonly TextPart[];
  /** The whole text, for a chip that is too narrow for it. */
  readonly title: string;
  readonly size?: 'small' | 'medium';
  readonly openLabel?: string;
  readonly onOpen?: () => void;
  readonly removeLabel: string;
  readonly onRemove: () => void;
  /** Stands before the button that removes it. */
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const text = (
    <span className={styles.text} title={title}>
      {parts.map(({ text, isData }, index) =>
        isData ? (
          // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no other identity
          <bdi key={index} className={mergeClasses(parts.length > 1 && styles.data)}>
            {text}
          </bdi>
        ) : (
          text
        ),
      )}
    </span>
  );
  return (
    <span className={mergeClasses(styles.root, size === 'small' && styles.small)}>
      {onOpen === undefined ? (
        <span className={styles.label}>{text}</span>
      ) : (
        <button
          type="button"
          data-printed
          className={mergeClasses(styles.button, styles.label)}
          aria-label={openLabel}
          onClick={onOpen}
        >
          {text}
        </button>
      )}
      {children !== undefined && <span className={styles.beside}>{children}</span>}
      <button
        type="button"
        className={mergeClasses(styles.button, styles.remove, size === 'small' && styles.smallRemove)}
        aria-label={removeLabel}
        onClick={onRemove}
      >
        <DismissRegular fontSize="1rem" />
      </button>
    </span>
  );
}
