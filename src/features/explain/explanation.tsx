import { Button } from '#ui/button.tsx';
import { CopyRegular, LinkRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useState, type ReactNode } from 'react';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { useExplained, type FromWhat, type RequestsBehind } from '#query/use-explained.ts';
import { aboutTexts } from '#ui/about-texts.ts';
import { Dialog, takesFocusFirst } from '#ui/dialog.tsx';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useExplain } from '#view/use-explain.ts';
import { useView } from '#view/use-view.ts';
import type { Explained } from '#view/view.ts';
import { explanations } from './explanations-texts.ts';
import { useExplainedNames } from './names.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '1rem', overflowWrap: 'anywhere' },
  means: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '1rem',
    rowGap: '0.5rem',
    margin: 0,
    lineHeight: tokens.lineHeightBase300,
    '@media (max-width: 30em)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: {
    margin: 0,
    '@media (max-width: 30em)': { marginBlockEnd: '0.5rem' },
    '& ul': { listStyleType: 'none', paddingInlineStart: 0 },
  },
  pin: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  requests: { display: 'flex', flexDirection: 'column', gap: '0.375rem' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  command: {
    margin: 0,
    maxBlockSize: '11rem',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    wordBreak: 'break-all',
    padding: '0.625rem',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'end', gap: '0.5rem' },
  said: { marginInlineEnd: 'auto', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The service gives at most so many rows in one answer. */
const MOST_ROWS_IN_ANSWER = 10_000;

/** At most so many commands are shown and copied one after the other; of more, only the first is. */
const MOST_COMMANDS = 4;

/** The commands that are shown and copied. */
function shownOf({ commands, give }: RequestsBehind): readonly string[] {
  return give === 'days' || commands.length > MOST_COMMANDS ? commands.slice(0, 1) : commands;
}

/** What a figure or a column means, how it is computed, from which rows, and by which requests. */
export function Explanation({
  about,
  filterInWords,
}: {
  readonly about: Explained;
  /** Says a filter in words. */
  readonly filterInWords: (filter: Filter) => ReactNode;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const heading = useTexts(aboutTexts).about({ name: useExplainedNames()[about] });
  const { means, computed } = useTexts(explanations)[about];
  const { view, hrefOf } = useView();
  const explain = useExplain();
  const fromWhat = useExplained(about, view);
  const [said, setSaid] = useState('');
  const close = (): void => explain(null);
  async function copy(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(done);
    } catch {
      setSaid(t.notCopied);
    }
  }
  const requests = fromWhat?.requests ?? null;
  const shown = requests === null ? [] : shownOf(requests);

  return (
    <Dialog heading={heading} hasChanges={false} onClose={close}>
      <div className={styles.content}>
        <p className={styles.means}>{means}</p>
        <dl className={styles.facts}>
          <Fact name={t.computed}>{computed}</Fact>
          {fromWhat !== null && <FromWhatFacts of={fromWhat} filterInWords={filterInWords} />}
        </dl>
        {fromWhat !== null && <Requests requests={requests} shown={shown} engine={fromWhat.engine} />}
        <div className={styles.actions}>
          {/* This text is spoken, but has no role `status`: that role belongs to the progress of the rows. */}
          <span aria-live="polite" className={styles.said}>
            {said}
          </span>
          {shown.length > 0 && (
            <Button
              icon={<CopyRegular />}
              onClick={() => void copy(`${shown.join('\n')}\n`, t.requestCopied)}
            >
              {t.copyRequest({ requests: shown.length })}
            </Button>
          )}
          <Button
            icon={<LinkRegular />}
            onClick={() => void copy(new URL(hrefOf(view), location.href).href, t.linkCopied)}
          >
            {t.copyLink}
          </Button>
          <Button ref={takesFocusFirst} onClick={close}>
            {t.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  );
}

/** Which rows of which snapshots were summed, and by which engine. */
function FromWhatFacts({
  of: { rows, isWithoutChoice, snapshot, before, range, origin, engine, rowsRead },
  filterInWords,
}: {
  readonly of: FromWhat;
  readonly filterInWords: (filter: Filter) => ReactNode;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const known = rowsRead === null ? 'no' : 'yes';
  const further = [
    ...(rows.search === '' ? [] : [t.found({ search: rows.search })]),
    ...(isWithoutChoice ? [t.withoutChoice] : []),
  ];

  function summedBy(): string {
    if (engine === 'snapshot')
      return origin === 'rows' ? t.rowsAsTheyAre : t.byBrowser({ known, rows: rowsRead ?? 0 });
    return origin === 'summary' ? t.byService.summary({ known, sums: rowsRead ?? 0 }) : t.byService[origin];
  }

  return (
    <>
      <Fact name={t.rows}>
        {rows.filter === null ? t.allRows : filterInWords(rows.filter)}
        {further.map((text) => (
          <div key={text}>
            <bdi>{text}</bdi>
          </div>
        ))}
      </Fact>
      {range === null ? (
        <Fact name={t.snapshot}>
          {format.date(snapshot.date)} <bdi className={styles.pin}>({snapshot.processedDateTime})</bdi>
          {before !== null && (
            <div>
              {t.comparedWith({ snapshot: format.date(before.date) })}{' '}
              <bdi className={styles.pin}>({before.processedDateTime})</bdi>
            </div>
          )}
        </Fact>
      ) : (
        <Fact name={t.days}>{t.range({ from: format.date(range.from), to: format.date(range.to) })}</Fact>
      )}
      <Fact name={t.summedBy}>{summedBy()}</Fact>
    </>
  );
}

/** The requests that a person can send themselves. */
function Requests({
  requests,
  shown,
  engine,
}: {
  readonly requests: RequestsBehind | null;
  readonly engine: FromWhat['engine'];
  readonly shown: readonly string[];
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  if (requests === null) return <p className={styles.note}>{t.tooLong}</p>;
  const { commands, give } = requests;
  const heading = t.requests({ requests: commands.length });
  return (
    <section aria-label={heading} className={styles.requests}>
      <h3 className={styles.heading}>{heading}</h3>
      <p className={styles.note}>
        {[
          give === 'figure' ? t.gives.figure[engine]({ requests: commands.length }) : t.gives[give],
          ...(shown.length < commands.length ? [t.firstOf({ count: format.count(commands.length) })] : []),
          t.more({ most: format.count(MOST_ROWS_IN_ANSWER) }),
        ].join(' ')}
      </p>
      {/* The text scrolls, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre dir="ltr" tabIndex={0} aria-label="curl" role="group" className={styles.command}>
        {shown.join('\n\n')}
      </pre>
      <p className={styles.note}>{t.token}</p>
    </section>
  );
}
