import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { unfinished } from '#query/busy.ts';
import { useSetPriceList } from '#query/set-prices.ts';
import { useKeeping } from '#query/use-keeping.ts';
import { useReportProducts, type ReportProduct } from '#query/use-idle-value.ts';
import { Dialog } from '#ui/dialog.tsx';
import { fieldLook } from '#ui/field-look.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { refusalTexts } from '#ui/refusal-texts.ts';
import type { PriceList } from '#view/prices.ts';
import { useView } from '#view/use-view.ts';
import { currenciesOf } from './choose.ts';
import {
  chosenOf,
  currencyIn,
  listOf,
  markOf,
  priceListOf,
  pricesOf,
  typedPrice,
  type Draft,
} from './draft.ts';
import { readPriceFile, todayOf } from './read-file.ts';
import type { SheetProblem } from './read-sheet.ts';
import { SeveralPrices } from './several-prices.tsx';
import { SheetChoices } from './sheet-choices.tsx';
import { hintLook } from './looks.ts';
import { texts } from './texts.ts';
import { TypedPrices } from './typed-prices.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '1.25rem' },
  control: { display: 'flex', flexDirection: 'column', gap: '0.25rem' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  hint: {
    ...hintLook,
    overflowWrap: 'anywhere',
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  wrong: { margin: 0, color: tokens.colorStatusDangerForeground1, overflowWrap: 'anywhere' },
  currency: { ...fieldLook, inlineSize: '6rem', blockSize: '2rem', paddingInline: '0.625rem' },
  inForce: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0.5rem' },
  keep: { display: 'flex', alignItems: 'start', columnGap: '0.5rem' },
  check: { inlineSize: '1rem', blockSize: '1rem', margin: '2px', accentColor: tokens.colorBrandBackground },
  status: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  actions: { display: 'flex', justifyContent: 'end', gap: '0.5rem' },
});

/** The state of the file that was chosen. */
type FileState =
  | { readonly kind: 'none' | 'reading' }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

const NO_FILE: FileState = { kind: 'none' };

/** The person's own prices: they come from a file, or are typed. */
export function PricesDialog({
  current,
  onClose,
}: {
  readonly current: PriceList | null;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const refused = useTexts(refusalTexts);
  const format = useFormat();
  const { locale } = useLocalization();
  const id = useId();
  const { view } = useView();
  const report = useReportProducts(view);
  const setPriceList = useSetPriceList();
  const keeping = useKeeping();
  const [draft, setDraft] = useState<Draft>({ list: null, typed: {}, currency: current?.currency ?? '' });
  const [file, setFile] = useState<FileState>(NO_FILE);
  const [wrong, setWrong] = useState<string | null>(null);
  const reading = useRef<AbortController | null>(null);
  // A worker whose result is not needed any more ends with the dialog.
  useEffect(() => () => reading.current?.abort(), []);

  const mark = markOf(locale);
  const products = report.data ?? [];
  const chosen = chosenOf(draft);
  const prices = pricesOf(draft, current, mark);
  const currencies = draft.list === null ? [] : currenciesOf(draft.list.sheet, draft.list.choices);
  const [onlyCurrency] = currencies.length === 1 ? currencies : [];
  const currency = onlyCurrency ?? draft.currency;
  const hasChanges = draft.list !== null || Object.keys(draft.typed).length > 0;

  function change(next: Partial<Draft>): void {
    setWrong(null);
    setDraft((before) => ({ ...before, ...next }));
  }

  async function choose(from: File): Promise<void> {
    reading.current?.abort();
    const own = new AbortController();
    reading.current = own;
    setFile({ kind: 'reading' });
    setWrong(null);
    try {
      const read = await readPriceFile(from, products, own.signal);
      if (own.signal.aborted) return;
      if (read.ok) {
        change({ list: listOf(from.name, read.sheet) });
        setFile(NO_FILE);
      } else {
        setFile({ kind: 'failed', name: from.name, message: problemSaid(read.problem, read.found) });
      }
    } catch (error) {
      if (own.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      setFile({ kind: 'failed', name: from.name, message });
    }
  }

  function problemSaid(problem: SheetProblem, parts: readonly string[]): string {
    const found = format.list(parts.slice(0, 12)).slice(0, 300);
    switch (problem) {
      case 'noColumns':
        return found === '' ? t.problems.noHeader : t.problems.noColumns({ found });
      case 'mixedDecimals':
        return t.problems.mixedDecimals({ found });
      default:
        return t.problems[problem];
    }
  }

  function inForce({ of, currency, source, changed }: PriceList): string {
    const said = { products: format.count(of.length), currency, changed: format.date(changed) };
    return source === null ? t.inForceTyped(said) : t.inForce({ ...said, source });
  }

  /** The reason why the draft cannot be applied; null where it can. */
  function obstacle(): string | null {
    if (Object.values(draft.typed).some((text) => text.trim() !== '' && typedPrice(text, mark) === null))
      return t.wrongTyped;
    if (draft.list !== null) {
      const { choices } = draft.list;
      if (choices.column === null) return t.missingColumn;
      if (choices.mark === null) return t.missingMark;
      if (currencies.length > 1) return t.severalCurrencies;
    }
    if (prices.size === 0) return t.nothingPriced;
    return currencyIn(currency) === null ? t.missingCurrency : null;
  }

  function apply(event: SubmitEvent): void {
    event.preventDefault();
    const problem = obstacle();
    if (problem !== null) {
      setWrong(problem);
      return;
    }
    if (hasChanges || currency !== current?.currency) {
      const today = todayOf(new Date());
      const about = { id: crypto.randomUUID(), today };
      setPriceList(priceListOf({ ...draft, currency }, current, mark, about));
    }
    onClose();
  }

  return (
    <Dialog heading={t.heading} hasChanges={hasChanges} onClose={onClose}>
      <form onSubmit={apply} className={styles.content} noValidate>
        <p className={styles.text}>{t.intro}</p>
        {current !== null && (
          <div className={styles.inForce}>
            <span>{inForce(current)}</span>
            <Button
              size="small"
              onClick={() => {
                setPriceList(null);
                onClose();
              }}
            >
              {t.remove}
            </Button>
          </div>
        )}
        <div className={styles.control}>
          <label htmlFor={`${id}-file`} className={styles.label}>
            {t.file}
          </label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-describedby={`${id}-file-hint`}
            disabled={report.data === undefined}
            onChange={({ target }) => {
              const [from] = target.files ?? [];
              if (from !== undefined) void unfinished(choose(from));
            }}
          />
          <p id={`${id}-file-hint`} className={styles.hint}>
            {report.data === undefined ? t.waitsForProducts : t.fileHint}
          </p>
          <p role="status" className={styles.hint}>
            {file.kind === 'reading' ? t.readingFile : ''}
          </p>
          {file.kind === 'failed' && (
            <p role="alert" className={styles.wrong}>
              {t.notRead({ file: file.name })} {file.message}
            </p>
          )}
        </div>
        {draft.list !== null && (
          <SheetChoices
            list={draft.list}
            products={products.length}
            onChange={(choices) => change({ list: draft.list && { ...draft.list, choices } })}
          />
        )}
        {draft.list !== null && chosen !== null && (
          <SeveralPrices
            list={draft.list}
            chosen={chosen}
            currency={currencyIn(currency)}
            onChange={(choices) => change({ list: draft.list && { ...draft.list, choices } })}
          />
        )}
        <TypedPrices
          products={products}
          prices={prices}
          typed={draft.typed}
          mark={mark}
          onType={(product, text) => change({ typed: { ...draft.typed, [foldCase(product.id)]: text } })}
        />
        <div className={styles.control}>
          <label htmlFor={`${id}-currency`} className={styles.label}>
            {t.currency}
          </label>
          <input
            id={`${id}-currency`}
            className={styles.currency}
            autoComplete="off"
            maxLength={3}
            readOnly={onlyCurrency !== undefined}
            aria-describedby={`${id}-currency-hint`}
            value={currency}
            onChange={({ target }) => change({ currency: target.value })}
          />
          <p id={`${id}-currency-hint`} className={styles.hint}>
            {t.currencyHint}
          </p>
        </div>
        <div className={styles.control}>
          <div className={styles.keep}>
            <input
              id={`${id}-keep`}
              type="checkbox"
              className={styles.check}
              aria-describedby={`${id}-keep-hint`}
              checked={keeping.isAllowed ?? false}
              disabled={keeping.isAllowed === undefined}
              aria-disabled={keeping.isWorking}
              onChange={({ target }) => {
                if (keeping.isWorking) return;
                if (target.checked) keeping.allow();
                else keeping.withdraw();
              }}
            />
            <label htmlFor={`${id}-keep`}>{t.keep}</label>
          </div>
          <p id={`${id}-keep-hint`} className={styles.hint}>
            {t.keepHint}
          </p>
          {keeping.refusal !== null && (
            <p role="alert" className={styles.wrong}>
              {refused[keeping.refusal]}
            </p>
          )}
        </div>
        <p role="status" className={styles.status}>
          {saidOf(products, prices)}
        </p>
        {wrong !== null && (
          <p role="alert" className={styles.wrong}>
            {wrong}
          </p>
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" appearance="primary">
            {t.apply}
          </Button>
        </div>
      </form>
    </Dialog>
  );

  /** How many of the report's products have a price. */
  function saidOf(all: readonly ReportProduct[], known: ReadonlyMap<string, number>): string {
    if (all.length === 0) return '';
    const priced = all.filter((product) => known.has(foldCase(product.id)));
    const said = t.priced({ priced: format.count(priced.length), products: format.count(all.length) });
    const idleOf = (some: readonly ReportProduct[]): number =>
      some.reduce((sum, { idle }) => sum + (idle ?? 0), 0);
    const idle = idleOf(all);
    if (idle === 0) return said;
    const held = { percent: format.percent(idleOf(priced) / idle), idle: format.count(idle) };
    return `${said} ${t.pricedIdle(held)}`;
  }
}
