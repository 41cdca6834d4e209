import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { fieldLook } from '#ui/field-look.ts';
import { useId, useState, type SubmitEvent } from 'react';
import { setLoadLimit, useLoadLimit } from '#query/load-limit.ts';
import { useKeeping } from '#query/use-keeping.ts';
import { useLoading } from '#query/use-loading.ts';
import { Dialog } from '#ui/dialog.tsx';
import { refusalTexts } from '#ui/refusal-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import { wholeNumberIn } from '#ui/whole-number.ts';
import { useView } from '#view/use-view.ts';
import { browserRowsTexts } from './browser-rows-texts.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  control: { display: 'flex', flexDirection: 'column', gap: '0.25rem' },
  input: {
    ...fieldLook,
    inlineSize: '11.25rem',
    blockSize: '2rem',
    paddingInline: '0.75rem',
    fontVariantNumeric: 'tabular-nums',
  },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  keep: { display: 'flex', alignItems: 'start', columnGap: '0.5rem' },
  check: { inlineSize: '1rem', blockSize: '1rem', margin: '2px', accentColor: tokens.colorBrandBackground },
  actions: { display: 'flex', justifyContent: 'end' },
  kept: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.75rem', minBlockSize: '2rem' },
});

/** How many rows may be loaded into this browser, and whether they stay. */
export function BrowserRowsDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { settings } = useTexts(texts);
  const t = useTexts(browserRowsTexts);
  const refused = useTexts(refusalTexts);
  const format = useFormat();
  const id = useId();
  const limit = useLoadLimit();
  const { view } = useView();
  const state = useLoading(view)?.state;
  const [typed, setTyped] = useState(() => format.count(limit));
  const { isAllowed, bytes, allow, withdraw, isWorking, refusal } = useKeeping();
  // Storing takes a moment. Meanwhile the box shows the wish and not the present state.
  const [wished, setWished] = useState(false);
  const { locale } = useLocalization();
  const rows = wholeNumberIn(typed, locale);
  const example = format.count(250_000);
  const limitWrong =
    typed.trim() === '' ? t.nothingTyped({ example }) : t.limitWrong({ typed: typed.trim(), example });

  function apply(event: SubmitEvent): void {
    event.preventDefault();
    if (rows === null) return;
    setLoadLimit(rows);
    onClose();
  }

  return (
    <Dialog size="small" heading={settings} hasChanges={rows !== limit} onClose={onClose}>
      <form onSubmit={apply} className={styles.content}>
        <div className={styles.control}>
          <label htmlFor={`${id}-limit`}>{t.limit}</label>
          <input
            id={`${id}-limit`}
            className={styles.input}
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={`${id}-limit-hint`}
            aria-invalid={rows === null}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <p id={`${id}-limit-hint`} className={styles.hint}>
            {rows === null ? <span className={styles.wrong}>{limitWrong}</span> : t.limitHint}
            {state?.status === 'loaded' && (
              <> {t.inMemory({ rows: format.count(state.rows), size: format.bytes(state.bytes) })}</>
            )}
          </p>
        </div>
        <div className={styles.control}>
          <div className={styles.keep}>
            <input
              id={`${id}-keep`}
              type="checkbox"
              className={styles.check}
              aria-describedby={`${id}-keep-hint`}
              checked={isWorking ? wished : (isAllowed ?? false)}
              disabled={isAllowed === undefined}
              // The box is not disabled, because that would take the focus from it.
              aria-disabled={isWorking}
              onChange={({ target }) => {
                if (isWorking) return;
                setWished(target.checked);
                if (target.checked) allow();
                else withdraw();
              }}
            />
            <label htmlFor={`${id}-keep`}>{t.keep}</label>
          </div>
          <p id={`${id}-keep-hint`} className={styles.hint}>
            {t.keepHint}
          </p>
          <div className={styles.kept}>
            {bytes > 0 ? (
              <Button
                size="small"
                disabledFocusable={isWorking}
                onClick={() => {
                  setWished(false);
                  withdraw();
                }}
              >
                {t.remove({ size: format.bytes(bytes) })}
              </Button>
            ) : (
              <span className={styles.hint}>{t.nothingKept}</span>
            )}
          </div>
          {refusal !== null && (
            <p role="alert" className={styles.wrong}>
              {refused[refusal]}
            </p>
          )}
        </div>
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabled={rows === null}>
            {t.done}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
