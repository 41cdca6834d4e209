import { ChevronDownRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { fieldLook, focusedFieldLook } from './field-look.ts';
import { useRef, type KeyboardEvent } from 'react';
import { optionAfter, optionTyped } from './list-keys.ts';
import { Listbox, type ListOption } from './listbox.tsx';
import { useListbox } from './use-listbox.ts';

/** Letters that are typed within so many milliseconds of each other belong to one word. */
const TYPING_PAUSE = 500;

const useStyles = makeStyles({
  root: { position: 'relative', display: 'flex', minWidth: 0, flexGrow: 1 },
  field: {
    ...fieldLook,
    display: 'flex',
    alignItems: 'center',
    columnGap: '0.25rem',
    width: '100%',
    minHeight: '2rem',
    margin: 0,
    paddingBlock: 0,
    paddingInline: '0.75rem 0.625rem',
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    cursor: 'pointer',
    ':focus': focusedFieldLook,
  },
  small: {
    minHeight: '1.5rem',
    paddingInline: '0.5rem 0.375rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  face: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  mark: { flexShrink: 0, fontSize: '1.25rem', color: tokens.colorNeutralStrokeAccessible },
  smallMark: { fontSize: '1rem' },
});

/**
 * A field that shows the choice and opens a list to choose from: a select-only combobox as in WAI-ARIA's authoring
 * practices. A list for several choices stays open while a person chooses.
 */
export function Select<T extends string>({
  id,
  face,
  options,
  chosen,
  isMultiple = false,
  size = 'medium',
  onPick,
}: {
  /** The id of the field. The label's own id is this one followed by `-label`. */
  readonly id: string;
  /** The text of what is chosen. */
  readonly face: string;
  readonly options: readonly ListOption<T>[];
  readonly chosen: readonly T[];
  readonly isMultiple?: boolean;
  readonly size?: 'small' | 'medium';
  /**
   * An option was chosen or, where there are several, removed. `opening` is the same object as long as the list stays
   * open.
   */
  readonly onPick: (value: T, opening: object) => void;
}) {
  const styles = useStyles();
  const { listId, list, fieldProps, openAt, close } = useListbox(id);
  const word = useRef({ text: '', time: 0 });
  const active = list?.active ?? null;
  const start = Math.max(
    options.findIndex(({ value }) => chosen.includes(value)),
    0,
  );

  function pick(value: T): void {
    if (!isMultiple) close();
    onPick(value, list?.opening ?? {});
  }

  /** The word so far, with the letter of this key; undefined where the key is no letter. */
  function typed({ key, timeStamp, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
    if (key.length !== 1 || ctrlKey || metaKey || altKey) return undefined;
    const before = timeStamp - word.current.time < TYPING_PAUSE ? word.current.text : '';
    // A space does not begin a word: it opens the list and chooses.
    if (key === ' ' && before === '') return undefined;
    word.current = { text: before + key, time: timeStamp };
    return word.current.text;
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const { key, altKey, currentTarget: field } = event;
    const option = active === null ? undefined : options[active];
    if (key === 'Tab') {
      if (option !== undefined && !isMultiple) pick(option.value);
      return;
    }
    const text = typed(event);
    const next =
      text === undefined ? optionAfter(key, { active, start, count: options.length }) : optionNamed(text);
    const presses = text === undefined && (key === 'Enter' || key === ' ');
    if (list === null) {
      if (presses || key === 'ArrowDown' || key === 'ArrowUp') openAt(field, start);
      else if (next !== undefined && !key.startsWith('Page')) openAt(field, next);
      else return;
    } else if (key === 'Escape' || (key === 'ArrowUp' && altKey)) close();
    else if (next !== undefined) openAt(field, next);
    else if (presses) {
      if (option !== undefined) pick(option.value);
      else if (!isMultiple) close();
    } else return;
    // The page must not scroll, and Escape must not close a dialog around the field.
    event.preventDefault();
  }

  function optionNamed(text: string): number | undefined {
    return optionTyped(
      text,
      options.map(({ name }) => name),
      active,
    );
  }

  return (
    <div className={styles.root}>
      <button
        {...fieldProps}
        type="button"
        id={id}
        className={mergeClasses(styles.field, size === 'small' && styles.small)}
        onClick={({ currentTarget: field }) => {
          // Not every browser gives the focus to a button that is pressed.
          field.focus();
          if (list === null) openAt(field, null);
          else close();
        }}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => {
          // Some browsers press a button when the space bar is released, even where the press itself was handled.
          if (event.key === ' ') event.preventDefault();
        }}
        onBlur={close}
      >
        <span className={styles.face} title={face}>
          {face}
        </span>
        <ChevronDownRegular
          aria-hidden
          className={mergeClasses(styles.mark, size === 'small' && styles.smallMark)}
        />
      </button>
      {list !== null && (
        <Listbox
          id={listId}
          labelId={`${id}-label`}
          options={options}
          chosen={chosen}
          isMultiple={isMultiple}
          active={list.active}
          room={list.room}
          onPick={pick}
        />
      )}
    </div>
  );
}
