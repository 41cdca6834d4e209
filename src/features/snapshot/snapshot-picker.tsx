import { Combobox } from '@fluentui/react-combobox';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useState, type KeyboardEvent } from 'react';
import { excerpt } from '#partner-center/filter/excerpt.ts';
import { useSnapshot } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useLocalization, useTexts } from '#ui/language.ts';
import { withSnapshot } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import type { SnapshotDate } from '#view/view.ts';
import { parseDay } from './parse-day.ts';
import { LATEST, SnapshotOptions } from './snapshot-options.tsx';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    width: '230px',
    maxWidth: '100%',
    '@media (max-width: 640px)': { width: '100%' },
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  combobox: { minWidth: 0 },
  listbox: { minWidth: '260px' },
  message: {
    // In the gap below the controls, so that nothing moves when it comes and goes.
    position: 'absolute',
    insetBlockStart: '100%',
    insetInlineStart: 0,
    maxWidth: 'min(600px, 90vw)',
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 640px)': {
      position: 'static',
      maxWidth: 'none',
      overflowWrap: 'anywhere',
      whiteSpace: 'normal',
    },
  },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

const EXAMPLE: SnapshotDate = '2026-10-01';

type Draft = {
  /** The snapshot in force when it was begun; it ends with it. */
  readonly of: SnapshotDate | null;
  readonly text: string;
  /** Whether it was found to be no day; gone with the next change. */
  readonly isUnreadable: boolean;
};

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

  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState<Draft | null>(null);
  // Another snapshot is in force (the back button): what was typed is over.
  if (draft !== null && draft.of !== asked) setDraft(null);

  let inForce = found === undefined ? t.latest : t.latestOf(format.date(found));
  if (asked !== null) inForce = format.date(asked);

  function choose(date: SnapshotDate | null): void {
    setDraft(null);
    setIsOpen(false);
    show(withSnapshot(view, date));
  }

  function applyTyped({ text }: Draft): void {
    const typed = text.trim().toLocaleLowerCase(locale);
    if (typed === '' || typed === inForce.toLocaleLowerCase(locale)) {
      setDraft(null);
    } else if (typed === t.latest.toLocaleLowerCase(locale)) {
      choose(null);
    } else {
      const day = parseDay(text, locale);
      if (day === undefined) setDraft({ of: asked, text, isUnreadable: true });
      else choose(day);
    }
  }

  // While capturing, before the combobox has its say: to it, Enter without an option means nothing.
  function onKeyDownCapture(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const field = event.currentTarget;
    if (draft === null) {
      // A first letter takes the place of what is there, unless the caret was put within it to change a part.
      const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isLetter && field.selectionStart === field.value.length) field.select();
      return;
    }
    if (event.key === 'Escape') setDraft(null);
    // An option that the arrow keys, or the letters typed, have gone to is the combobox's to choose.
    if (event.key !== 'Enter' || field.getAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    setIsOpen(false);
    applyTyped(draft);
  }

  return (
    <div className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {t.snapshot}
      </label>
      <Combobox
        id={id}
        className={styles.combobox}
        freeform
        // Within the page's landmarks and next to its combobox, for who hears the page.
        inlinePopup
        // Typing goes to an option only where it begins with what was typed.
        disableAutoFocus
        open={isOpen}
        value={draft?.text ?? inForce}
        selectedOptions={[asked ?? LATEST]}
        autoComplete="off"
        aria-invalid={draft?.isUnreadable === true}
        aria-errormessage={draft?.isUnreadable === true ? `${id}-problem` : undefined}
        onOpenChange={(_, { open }) => setIsOpen(open)}
        onChange={({ target }) => setDraft({ of: asked, text: target.value, isUnreadable: false })}
        onKeyDownCapture={onKeyDownCapture}
        onClick={({ currentTarget }) => {
          // What is typed next takes the place of what is there.
          if (draft === null) currentTarget.select();
        }}
        onBlur={() => {
          if (draft !== null && !draft.isUnreadable) applyTyped(draft);
        }}
        onOptionSelect={(_, { optionValue }) => {
          // Without a value where typing has left an option.
          if (optionValue !== undefined) choose(optionValue === LATEST ? null : optionValue);
        }}
        listbox={{ className: styles.listbox }}
        // The field itself opens on click and on every key: no second stop for it.
        expandIcon={{ role: undefined, tabIndex: undefined, 'aria-hidden': true }}
      >
        <SnapshotOptions />
      </Combobox>
      {draft?.isUnreadable === true && (
        <p id={`${id}-problem`} role="alert" className={mergeClasses(styles.message, styles.problem)}>
          {t.unreadable(excerpt(draft.text), EXAMPLE, format.date(EXAMPLE))}
        </p>
      )}
      {draft?.isUnreadable !== true && asked !== null && found !== undefined && found !== asked && (
        <p role="status" className={styles.message}>
          {t.otherDay(format.date(asked), format.date(found))}
        </p>
      )}
    </div>
  );
}
