import { ChevronDownRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { fieldLook, focusedFieldLook } from '#ui/field-look.ts';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { excerpt } from '#partner-center/filter/excerpt.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import { optionAfter } from '#ui/list-keys.ts';
import { anchorOf } from '#ui/list-look.ts';
import { Listbox } from '#ui/listbox.tsx';
import type { useListbox } from '#ui/use-listbox.ts';
import type { TextDraft } from '#view/use-draft.ts';
import type { SnapshotDate } from '#view/view.ts';
import { parseDay } from './parse-day.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    width: '13rem',
    maxWidth: '100%',
    '@media (max-width: 40em)': { width: '100%' },
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  box: { position: 'relative' },
  field: {
    ...fieldLook,
    width: '100%',
    height: '2rem',
    margin: 0,
    paddingBlock: 0,
    paddingInline: '0.75rem 2.25rem',
    textOverflow: 'ellipsis',
    ':focus': focusedFieldLook,
  },
  mark: {
    position: 'absolute',
    insetBlock: 0,
    marginBlock: 'auto',
    insetInlineEnd: '0.625rem',
    fontSize: '1.25rem',
    color: tokens.colorNeutralStrokeAccessible,
    pointerEvents: 'none',
  },
  message: {
    // It is in the gap below the controls, so that nothing moves when it comes and goes.
    position: 'absolute',
    insetBlockStart: '100%',
    insetInlineStart: 0,
    maxWidth: 'min(37.5rem, 90vw)',
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 40em)': {
      position: 'static',
      maxWidth: 'none',
      overflowWrap: 'anywhere',
      whiteSpace: 'normal',
    },
  },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

/** The value of the option that stands for no day. */
const NO_DAY = 'none';

const EXAMPLE: SnapshotDate = '2026-10-01';

/** An offered day, and the text beside it. */
export type DayOption = { readonly date: SnapshotDate; readonly aside: string };

type DayFieldProps = {
  /** The id that `listbox` was made with. */
  readonly id: string;
  readonly listbox: ReturnType<typeof useListbox>;
  readonly draft: TextDraft<SnapshotDate | null>;
  readonly label: string;
  /** The day that is asked for; null where there is none. */
  readonly asked: SnapshotDate | null;
  /** The text of the field while nothing is typed. */
  readonly inForce: string;
  /** The option that stands for no day. */
  readonly none: { readonly name: string; readonly aside: string };
  readonly days: readonly DayOption[];
  readonly onChoose: (date: SnapshotDate | null) => void;
  /** The message below the field while the typed text can be read. */
  readonly message?: ReactNode;
};

/**
 * A combobox for a day: an offered one, any typed one, or none. It is made by hand, and not with the library of the
 * other lists: that comes only once a field is to be used. What is typed here must go into one and the same element from
 * the first letter on, also where an input method is composing it, and also where there is no network.
 */
export function DayField({
  id,
  listbox,
  draft,
  label,
  asked,
  inForce,
  none,
  days,
  onChoose,
  message = null,
}: DayFieldProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { locale } = useLocalization();
  const { listId, list, fieldProps, openAt, close } = listbox;
  // The typed text that is no day; the message stays until the next change.
  const [failed, setFailed] = useState<string | null>(null);
  const unreadable = failed === draft.text ? failed : null;

  const options = [
    { value: NO_DAY, ...none },
    ...days.map(({ date, aside }) => ({ value: date, name: format.date(date), aside })),
  ];
  const chosen = asked ?? NO_DAY;
  const active = list?.active ?? null;

  function choose(date: SnapshotDate | null): void {
    draft.ask(date, date === null ? none.name : format.date(date));
    close();
    onChoose(date);
  }

  const pick = (value: string) => choose(value === NO_DAY ? null : value);

  function type(field: HTMLInputElement): void {
    const text = field.value;
    draft.type(text);
    setFailed(null);
    // An option becomes active only where its text begins with the typed text.
    const start = text.trim().toLocaleLowerCase(locale);
    const match = options.findIndex(({ name }) => name.toLocaleLowerCase(locale).startsWith(start));
    openAt(start === '' || match === -1 ? null : match);
  }

  function applyTyped(text: string): void {
    const typed = text.trim().toLocaleLowerCase(locale);
    if (typed === '' || typed === inForce.toLocaleLowerCase(locale)) {
      draft.drop();
    } else if (typed === none.name.toLocaleLowerCase(locale)) {
      choose(null);
    } else {
      const day = parseDay(text, locale);
      if (day === undefined) setFailed(text);
      else choose(day);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // These keys in an input method accept or cancel a character.
    if (event.nativeEvent.isComposing) return;
    const { key, altKey, ctrlKey, metaKey, currentTarget: field } = event;
    const isLetter = key.length === 1 && !ctrlKey && !metaKey && !altKey;
    // A first letter replaces the text of the field, unless the person has put the caret into it to change a part.
    if (isLetter && draft.text === null && field.selectionStart === field.value.length) field.select();
    const next = optionAfter(key, {
      active,
      start: Math.max(
        options.findIndex(({ value }) => value === chosen),
        0,
      ),
      count: options.length,
    });
    const option = active === null ? undefined : options[active];
    if (key === 'Escape' && (list !== null || draft.text !== null)) {
      close();
      draft.drop();
    } else if (list !== null && key === 'ArrowUp' && altKey) close();
    else if (next !== undefined) openAt(next);
    else if (key === 'Enter' && list !== null && option !== undefined) pick(option.value);
    else if (key === 'Enter' && draft.text !== null) {
      close();
      applyTyped(draft.text);
    } else if (key === 'Enter' && list === null) openAt(null);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.root}>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        <input
          {...fieldProps}
          type="text"
          id={id}
          className={styles.field}
          style={anchorOf(id)}
          aria-autocomplete="none"
          autoComplete="off"
          spellCheck={false}
          value={draft.text ?? inForce}
          aria-invalid={unreadable !== null}
          aria-errormessage={unreadable !== null ? `${id}-problem` : undefined}
          onChange={({ target }) => type(target)}
          onKeyDown={onKeyDown}
          onClick={({ currentTarget: field }) => {
            // The next typed text replaces the text of the field.
            if (draft.text === null) field.select();
            if (list === null) openAt(null);
            else close();
          }}
          onBlur={() => {
            close();
            if (draft.text !== null && !draft.isAsked && unreadable === null) applyTyped(draft.text);
          }}
        />
        <ChevronDownRegular aria-hidden className={styles.mark} />
        {list !== null && (
          <Listbox
            fieldId={id}
            id={listId}
            labelId={`${id}-label`}
            options={options}
            chosen={chosen}
            active={active}
            onPick={pick}
          />
        )}
      </div>
      {unreadable === null ? (
        message !== null && (
          <p role="status" className={styles.message}>
            {message}
          </p>
        )
      ) : (
        <p id={`${id}-problem`} role="alert" className={mergeClasses(styles.message, styles.problem)}>
          {t.unreadable({ typed: excerpt(unreadable), day: EXAMPLE, sameDay: format.date(EXAMPLE) })}
        </p>
      )}
    </div>
  );
}
