import { makeStyles, mergeClasses } from '@griffel/react';
import { activeOptionLook, asPopover, atAnchor, keepFocus, useListLook } from './list-look.ts';
import type { ListOption } from './list-option.ts';
import { OptionContent } from './option-content.tsx';

const useStyles = makeStyles({ active: activeOptionLook });

// Is called when an option becomes active, and not each time it is drawn.
const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });

/**
 * The list of a text field that a person also types into; one option is chosen. The focus and the keys belong to the
 * field (see `useListbox`).
 */
export function Listbox<T extends string>({
  fieldId,
  id,
  labelId,
  options,
  chosen,
  active,
  onPick,
}: {
  /** The id of the field that the list stands beside, which has the style `anchorOf`. */
  readonly fieldId: string;
  readonly id: string;
  readonly labelId: string;
  readonly options: readonly ListOption<T>[];
  readonly chosen: T;
  readonly active: number | null;
  readonly onPick: (value: T) => void;
}) {
  const styles = useStyles();
  const look = useListLook();
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-labelledby={labelId}
      {...asPopover}
      style={atAnchor(fieldId)}
      className={look.list}
      onMouseDown={keepFocus}
    >
      {options.map(({ value, name, aside }, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
        <div
          key={value}
          ref={index === active ? intoView : null}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={value === chosen}
          className={mergeClasses(look.option, index === active && styles.active)}
          onClick={() => onPick(value)}
        >
          <OptionContent name={name} aside={aside} isMultiple={false} isChosen={value === chosen} />
        </div>
      ))}
    </div>
  );
}

/** The id of an option in the list with an id. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
