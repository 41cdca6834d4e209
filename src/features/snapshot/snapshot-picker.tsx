import { ChevronDownRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useState, type KeyboardEvent } from 'react';
import { excerpt } from '#partner-center/filter/excerpt.ts';
import { useSnapshot } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useLocalization, useTexts } from '#ui/language.ts';
import { optionAfter } from '#ui/list-keys.ts';
import { Listbox } from '#ui/listbox.tsx';
import { useListbox } from '#ui/use-listbox.ts';
import { withSnapshot } from '#view/transitions.ts';
import { useDraft } from '#view/use-draft.ts';
import { useView } from '#view/use-view.ts';
import type { SnapshotDate } from '#view/view.ts';
import { earlierDays } from './days.ts';
import { parseDay } from './parse-day.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    width: '14.375rem',
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
    boxSizing: 'border-box',
    width: '100%',
    height: '2rem',
    margin: 0,
    paddingBlock: 0,
    paddingInline: '0.75rem 2.25rem',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textOverflow: 'ellipsis',
    ':focus': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '-1px',
      outlineColor: tokens.colorCompoundBrandStroke,
    },
  },
  mark: {
    position: 'absolute',
    insetBlockStart: '0.375rem',
    insetInlineEnd: '0.625rem',
    fontSize: '1.25rem',
    color: tokens.colorNeutralStrokeAccessible,
    pointerEvents: 'none',
  },
  message: {
    // In the gap below the controls, so that nothing moves when it comes and goes.
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

/** The option that stands for whichever snapshot is the latest. */
const LATEST = 'latest';

const EXAMPLE: SnapshotDate = '2026-10-01';

/** Chooses the snapshot that is shown: the latest, an earlier day offered, or any day typed. */
export function SnapshotPicker() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { locale } = useLocalization();
  const id = useId();
  const { view, show } = useView();
  const asked = view.processedDateTime;
  const snapshot = useSnapshot(view);
  const found = snapshot.isPrevious ? undefined : snapshot.data?.date;

  const { listId, list, fieldProps, openAt, close } = useListbox(id);
  const draft = useDraft(asked);
  // What was typed and is no day; told until the next change.
  const [failed, setFailed] = useState<string | null>(null);
  const unreadable = failed === draft.text ? failed : null;

  let inForce = found === undefined ? t.latest : t.latestOf(format.date(found));
  if (asked !== null) inForce = format.date(asked);

  // The latest snapshot, which the days offered are counted from, is asked for only where someone is about to choose.
  const latest = useSnapshot(list === null ? view : { processedDateTime: null });
  const latestDate = latest.isPrevious ? undefined : latest.data?.date;
  const options = [
    { value: LATEST, name: t.latest, aside: latestDate === undefined ? '' : format.date(latestDate) },
    ...(latestDate === undefined ? [] : earlierDays(latestDate)).map(({ date, before }) => ({
      value: date,
      name: format.date(date),
      aside: before === 'year' ? t.yearBefore : t.daysBefore(before.days, format.count(before.days)),
    })),
  ];
  const chosen = asked ?? LATEST;
  const active = list?.active ?? null;

  function choose(date: SnapshotDate | null): void {
    draft.ask(date, date === null ? t.latest : format.date(date));
    close();
    show(withSnapshot(view, date));
  }

  const pick = (value: string) => choose(value === LATEST ? null : value);

  function type(field: HTMLInputElement): void {
    const text = field.value;
    draft.type(text);
    setFailed(null);
    // Typing goes to an option only where it begins with what was typed.
    const start = text.trim().toLocaleLowerCase(locale);
    const match = options.findIndex(({ name }) => name.toLocaleLowerCase(locale).startsWith(start));
    openAt(field, start === '' || match === -1 ? null : match);
  }

  function applyTyped(text: string): void {
    const typed = text.trim().toLocaleLowerCase(locale);
    if (typed === '' || typed === inForce.toLocaleLowerCase(locale)) {
      draft.drop();
    } else if (typed === t.latest.toLocaleLowerCase(locale)) {
      choose(null);
    } else {
      const day = parseDay(text, locale);
      if (day === undefined) setFailed(text);
      else choose(day);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // These keys of an input method choose or give up a character.
    if (event.nativeEvent.isComposing) return;
    const { key, altKey, ctrlKey, metaKey, currentTarget: field } = event;
    const isLetter = key.length === 1 && !ctrlKey && !metaKey && !altKey;
    // A first letter takes the place of what is there, unless the caret was put within it to change a part.
    if (isLetter && draft.text === null && field.selectionStart === field.value.length) field.select();
    // Home and End go through what is typed.
    const next =
      isLetter || key === 'Home' || key === 'End'
        ? undefined
        : optionAfter(key, {
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
    else if (next !== undefined) openAt(field, next);
    else if (key === 'Enter' && list !== null && option !== undefined) pick(option.value);
    else if (key === 'Enter' && draft.text !== null) {
      close();
      applyTyped(draft.text);
    } else if (key === 'Enter' && list === null) openAt(field, null);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.root}>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {t.snapshot}
      </label>
      <div className={styles.box}>
        <input
          {...fieldProps}
          type="text"
          id={id}
          className={styles.field}
          aria-autocomplete="none"
          autoComplete="off"
          spellCheck={false}
          value={draft.text ?? inForce}
          aria-invalid={unreadable !== null}
          aria-errormessage={unreadable !== null ? `${id}-problem` : undefined}
          onChange={({ target }) => type(target)}
          onKeyDown={onKeyDown}
          onClick={({ currentTarget: field }) => {
            // What is typed next takes the place of what is there.
            if (draft.text === null) field.select();
            if (list === null) openAt(field, null);
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
            id={listId}
            labelId={`${id}-label`}
            options={options}
            chosen={[chosen]}
            isMultiple={false}
            active={active}
            room={list.room}
            onPick={pick}
          />
        )}
      </div>
      {unreadable !== null && (
        <p id={`${id}-problem`} role="alert" className={mergeClasses(styles.message, styles.problem)}>
          {t.unreadable(excerpt(unreadable), EXAMPLE, format.date(EXAMPLE))}
        </p>
      )}
      {unreadable === null && asked !== null && found !== undefined && found !== asked && (
        <p role="status" className={styles.message}>
          {t.otherDay(format.date(asked), format.date(found))}
        </p>
      )}
    </div>
  );
}
