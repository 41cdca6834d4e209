import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { fieldLook } from '#ui/field-look.ts';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useSavedViews } from '#query/use-saved-views.ts';
import { Dialog } from '#ui/dialog.tsx';
import { download } from '#ui/download.ts';
import { useFormat } from '#ui/format.ts';
import { useAddressProblemSaid } from '#ui/address-problem.ts';
import { useTexts } from '#ui/catalogue.ts';
import {
  canSave,
  deleteView,
  duplicateView,
  exportViews,
  importViews,
  MOST_SAVED_VIEWS,
  renameView,
  restoreView,
  saveView,
  searchViews,
  withStart,
  type DeletedView,
  type SavedViewTexts,
} from '#view/saved-views.ts';
import { useView } from '#view/use-view.ts';
import { buttonTexts } from './button-texts.ts';
import { NameForm } from './name-form.tsx';
import { SavedViewItem } from './saved-view-item.tsx';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '1.25rem', overflowWrap: 'anywhere' },
  part: { display: 'flex', flexDirection: 'column', gap: '0.5rem' },
  search: {
    ...fieldLook,
    inlineSize: '100%',
    blockSize: '2rem',
    paddingInline: '0.75rem',
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxBlockSize: '20rem',
    overflowY: 'auto',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  said: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.75rem', minBlockSize: '2rem' },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  empty: { margin: 0, color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  problems: { margin: 0, paddingInlineStart: '1.25rem' },
  keep: { display: 'flex', alignItems: 'start', columnGap: '0.5rem' },
  check: { inlineSize: '1rem', blockSize: '1rem', margin: '2px', accentColor: tokens.colorBrandBackground },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: '0.5rem' },
  file: { display: 'none' },
});

const BLANK: SavedViewTexts = { name: '', description: '' };
const FILE_NAME = 'license-lens-views.json';
/** In characters: five hundred long links are shorter than this. */
const LARGEST_FILE = 50_000_000;

/** The last thing that was done, and its result. */
type Outcome = {
  readonly said: string;
  readonly deleted?: DeletedView;
  /** The parts of a file that do not apply. */
  readonly problems?: readonly string[];
};

/** The saved views: a person can open, search and change them, and save the present view. */
export function SavedViewsDialog({
  isToSave,
  onClose,
}: {
  /** The dialog was opened to save the view, so that comes first. */
  readonly isToSave: boolean;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { savedViews, saveThis } = useTexts(buttonTexts);
  const format = useFormat();
  const problemSaid = useAddressProblemSaid();
  const id = useId();
  const { view, show } = useView();
  const { saved, isKept, isStored, change, keep } = useSavedViews();
  const [searched, setSearched] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isTyped, setIsTyped] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const found = searchViews(saved, searched);
  const most = format.count(MOST_SAVED_VIEWS);

  async function importFile(chosen: File): Promise<void> {
    const text = chosen.size > LARGEST_FILE ? '' : await chosen.text().catch(() => '');
    const imported = importViews(saved, text, () => crypto.randomUUID());
    if (imported === null) {
      setOutcome({ said: '', problems: [t.notRead] });
      return;
    }
    change(() => imported.saved);
    const { added, left, problems } = imported;
    setOutcome({
      said: t.imported({ views: added }),
      problems: [
        ...problems.map(({ name, problem }) => t.problemIn({ name, problem: problemSaid(problem) })),
        ...(left === 0 ? [] : [t.importedNot({ views: left, most })]),
      ],
    });
  }

  const form: ReactNode = (
    <div key="form" className={styles.part}>
      {canSave(saved, '-') ? (
        <NameForm
          begun={BLANK}
          action={saveThis}
          onType={setIsTyped}
          onDone={(named) => {
            change((views) => saveView(views, crypto.randomUUID(), named, view));
            setSearched('');
            setOutcome({ said: t.saved({ name: named.name.trim() }) });
          }}
        />
      ) : (
        <p className={styles.empty}>{t.isFull({ most })}</p>
      )}
    </div>
  );

  const list: ReactNode = (
    <div key="list" className={styles.part}>
      {saved.views.length === 0 ? (
        <p className={styles.empty}>{t.none}</p>
      ) : (
        <>
          <input
            type="search"
            className={styles.search}
            aria-label={t.search}
            placeholder={t.search}
            autoComplete="off"
            value={searched}
            onChange={({ target }) => setSearched(target.value)}
          />
          {found.length === 0 && <p className={styles.empty}>{t.noneFound({ searched: searched.trim() })}</p>}
          {/* In some browsers a list without bullets has no role. */}
          <ul role="list" aria-label={savedViews} className={styles.list}>
            {found.map((each) => (
              <SavedViewItem
                key={each.id}
                saved={each}
                isStart={saved.startId === each.id}
                onOpen={(next) => {
                  show(next);
                  onClose();
                }}
                onStart={() =>
                  change((views) => withStart(views, views.startId === each.id ? null : each.id))
                }
                onRename={(named) => change((views) => renameView(views, each.id, named))}
                onDuplicate={() => change((views) => duplicateView(views, each.id, crypto.randomUUID()))}
                onDelete={() => {
                  const deletion = deleteView(saved, each.id);
                  if (deletion === null) return;
                  change(() => deletion.saved);
                  setOutcome({ said: t.deleted({ name: each.name }), deleted: deletion.deleted });
                }}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );

  const deleted = outcome?.deleted;
  return (
    <Dialog heading={savedViews} hasChanges={isTyped} onClose={onClose}>
      <div className={styles.content}>
        {isToSave ? [form, list] : [list, form]}
        <div className={styles.said}>
          {/* This text is spoken, but has no role `status`: that role belongs to the progress of the rows. */}
          <span aria-live="polite">{outcome?.said}</span>
          {deleted !== undefined && (
            <Button
              size="small"
              // It replaces the element that had the focus, which is gone.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              onClick={() => {
                change((views) => restoreView(views, deleted));
                setOutcome(null);
              }}
            >
              {t.undo}
            </Button>
          )}
        </div>
        {(outcome?.problems ?? []).length > 0 && (
          <div role="alert" className={styles.wrong}>
            <ul className={styles.problems}>
              {outcome?.problems?.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
        <div className={styles.part}>
          <div className={styles.keep}>
            <input
              id={`${id}-keep`}
              type="checkbox"
              className={styles.check}
              aria-describedby={`${id}-keep-hint`}
              checked={isKept}
              onChange={({ target }) => keep(target.checked)}
            />
            <label htmlFor={`${id}-keep`}>{t.keep}</label>
          </div>
          <p id={`${id}-keep-hint`} className={styles.hint}>
            {isStored ? t.keepHint : t.notStored}
          </p>
        </div>
        <div className={styles.actions}>
          <input
            ref={file}
            type="file"
            accept="application/json,.json"
            className={styles.file}
            tabIndex={-1}
            aria-hidden
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              // The same file can be chosen again.
              if (chosen !== undefined) void importFile(chosen).finally(() => (target.value = ''));
            }}
          />
          <Button onClick={() => file.current?.click()}>{t.importFile}</Button>
          <Button
            disabledFocusable={saved.views.length === 0}
            onClick={() => download(new Blob([exportViews(saved)], { type: 'application/json' }), FILE_NAME)}
          >
            {t.exportFile}
          </Button>
          <Button onClick={onClose}>{t.close}</Button>
        </div>
      </div>
    </Dialog>
  );
}
