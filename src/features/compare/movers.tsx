import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';
import type { Change } from '#engine/engine.ts';
import { setMember } from '#partner-center/filter/conditions.ts';
import {
  MOVERS,
  useComparison,
  useCustomerChanges,
  useMemberChanges,
  type MemberChanges,
} from '#query/use-comparison.ts';
import { AboutButton } from '#ui/about-button.tsx';
import { changeTexts } from '#ui/change-texts.ts';
import { useMemberFieldNames } from '#ui/field-names.ts';
import { CustomerLink } from '#ui/customer-link.tsx';
import { figureTexts } from '#ui/figure-texts.ts';
import { useFormat } from '#ui/format.ts';
import { isPlainClick } from '#ui/is-plain-click.ts';
import { useTexts } from '#ui/catalogue.ts';
import { namesApart } from '#ui/names-apart.ts';
import { goToRows } from '#ui/rows-place.ts';
import { answeredMeasure } from '#view/answered.ts';
import { withCustomer, withCustomers, withFilter } from '#view/transitions.ts';
import { useExplain } from '#view/use-explain.ts';
import { useView } from '#view/use-view.ts';
import type { SortKey, View } from '#view/view.ts';
import { texts } from './texts.ts';
import { writtenMover } from './written-change.ts';

// In rem.
const ROW = 1.75;
const HEAD = 2;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '0.5rem', minInlineSize: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '1rem',
    rowGap: '0.25rem',
    minBlockSize: tokens.lineHeightBase400,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  about: { alignSelf: 'center', marginInlineStart: '-0.75rem' },
  said: { margin: 0, color: tokens.colorNeutralForeground2 },
  link: {
    margin: 0,
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  tables: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '1rem',
    '@media (max-width: 64em)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    // There they stand below the charts, beside the rows.
    '@media screen and (112em <= width <= 150em)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  previous: { opacity: 0.5 },
  card: {
    boxSizing: 'border-box',
    minInlineSize: 0,
    // This is as high as all rows, so that nothing moves when they come.
    minBlockSize: `${(MOVERS + 1) * ROW + HEAD + 1.375}rem`,
    paddingBlock: '0.625rem 0.75rem',
    paddingInline: '1rem',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: {
    margin: 0,
    blockSize: `${HEAD}rem`,
    lineHeight: `${HEAD}rem`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  table: {
    inlineSize: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    boxSizing: 'border-box',
    blockSize: `${ROW}rem`,
    paddingBlock: 0,
    paddingInline: '0.375rem',
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
  headCell: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  name: {
    inlineSize: '44%',
    paddingInlineStart: 0,
    textAlign: 'start',
    '@media (max-width: 24em)': { inlineSize: '34%' },
  },
  // A long name is cut off, but not the figures beside it.
  named: { display: 'flex', alignItems: 'center' },
  cut: {
    minInlineSize: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // A name has its own direction, which decides the end that is cut off, but is aligned like the others.
    textAlign: ['-webkit-match-parent', 'match-parent'],
  },
  figure: { textAlign: 'end' },
  change: { fontWeight: tokens.fontWeightSemibold },
  tag: {
    flexShrink: 0,
    marginInlineStart: '0.375rem',
    paddingInline: '0.25rem',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  placeholder: {
    blockSize: `${MOVERS * ROW}rem`,
    marginBlockStart: `${ROW}rem`,
    backgroundImage: `repeating-linear-gradient(to bottom, transparent 0 0.5rem, ${tokens.colorNeutralStencil1Alpha} 0.5rem 1.25rem, transparent 1.25rem ${ROW}rem)`,
  },
});

/** A new member had nothing before, and a gone member has nothing now: these orders put them first. */
const APPEARED: readonly SortKey[] = [
  { field: 'before', descending: false },
  { field: 'change', descending: true },
];
const VANISHED: readonly SortKey[] = [
  { field: 'licensesSold', descending: false },
  { field: 'change', descending: false },
];

/**
 * The numbers of customers that came and went since the day that is compared with. Each number leads to these
 * customers.
 */
function CustomersChanged() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view, show } = useView();
  const { data, isPrevious } = useCustomerChanges(view);
  if (data === undefined) return null;
  const count = (
    customers: number,
    text: string,
    sort: readonly SortKey[],
    nameOf: (values: { readonly customers: string }) => string,
  ) =>
    customers === 0 ? (
      <span>{text}</span>
    ) : (
      <button
        type="button"
        data-printed
        className={styles.link}
        aria-label={nameOf({ customers: text })}
        title={nameOf({ customers: text })}
        onClick={() => {
          show(withCustomers(view, sort));
          goToRows();
        }}
      >
        {text}
      </button>
    );
  return (
    <p className={mergeClasses(styles.said, isPrevious && styles.previous)}>
      {count(data.appeared, t.appeared({ customers: data.appeared }), APPEARED, t.showAppeared)}
      {' · '}
      {count(data.vanished, t.vanished({ customers: data.vanished }), VANISHED, t.showVanished)}
    </p>
  );
}

function namesOf(changes: readonly Change[]): ReadonlyMap<string, string> {
  const labelled = changes.flatMap(({ key: [id], label }) =>
    id == null || label === undefined ? [] : [{ id, name: label }],
  );
  const names = namesApart(labelled);
  return new Map(labelled.map(({ id }, index) => [id, names[index] ?? id]));
}

// Characters that can be seen: letters, figures, signs.
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

type TableProps = {
  readonly title: string;
  readonly members: MemberChanges;
  readonly movers: readonly Change[];
  /** `Filter by …` does nothing while the movers answer an earlier question. */
  readonly isPrevious: boolean;
};

function MoversTable({ title, members: { field, up, down }, movers, isPrevious }: TableProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  const changes = useTexts(changeTexts);
  const fieldNames = useMemberFieldNames();
  const format = useFormat();
  const { view, show, hrefOf } = useView();
  const measure = answeredMeasure(view.measure);
  const target = (value: string): View =>
    withFilter(view, setMember(view.filter, field, value, { adds: false }));
  const names = namesOf([...up, ...down]);

  const nameOf = (value: string | null): string => {
    if (value === null) return t.noValue;
    const name = names.get(value) ?? value;
    return VISIBLE.test(name) ? name : t.blank;
  };

  const row = (mover: Change): ReactNode => {
    const value = mover.key[0] ?? null;
    const name = nameOf(value);
    const { before, after, change } = writtenMover(mover, measure, format);
    return (
      <tr key={JSON.stringify(value)}>
        <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
          <span className={styles.named}>
            {value === null ? (
              // The filter cannot ask for rows without a value.
              <span className={styles.cut} dir="auto">
                {name}
              </span>
            ) : (
              <a
                data-printed
                className={mergeClasses(styles.link, styles.cut)}
                dir="auto"
                href={hrefOf(target(value))}
                title={t.filterBy({ member: name })}
                onClick={(event) => {
                  if (!isPlainClick(event)) return;
                  event.preventDefault();
                  if (!isPrevious) show(target(value));
                }}
              >
                {name}
              </a>
            )}
            {value !== null && field === 'customerTenantId' && (
              <CustomerLink
                name={name}
                target={{
                  href: hrefOf(withCustomer(view, value)),
                  open: () => show(withCustomer(view, value)),
                }}
              />
            )}
            {mover.before === null && <span className={styles.tag}>{t.new}</span>}
            {mover.after === null && <span className={styles.tag}>{t.gone}</span>}
          </span>
        </th>
        <td className={mergeClasses(styles.cell, styles.figure)}>
          <bdi>{before}</bdi>
        </td>
        <td className={mergeClasses(styles.cell, styles.figure)}>
          <bdi>{after}</bdi>
        </td>
        <td className={mergeClasses(styles.cell, styles.figure, styles.change)}>
          <bdi>{change}</bdi>
        </td>
      </tr>
    );
  };

  return (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.cell, styles.headCell, styles.name)}>
            {fieldNames[field]}
          </th>
          {[changes.before, fieldNames[measure], changes.change].map((column) => (
            <th
              key={column}
              scope="col"
              className={mergeClasses(styles.cell, styles.headCell, styles.figure)}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{movers.map(row)}</tbody>
    </table>
  );
}

/**
 * The members of the main chart's field that changed most since the day that is compared with, up and down, by the
 * chart's measure. New and gone members are among them. Each leads to its licenses.
 */
export function Movers() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { movers: heading } = useTexts(figureTexts);
  const { view } = useView();
  const explain = useExplain();
  const { kind } = useComparison(view);
  const { data, isPrevious, error, needs } = useMemberChanges(view, 'rows');
  if (kind !== 'found' && kind !== 'finding') return null;

  const card = (title: string, nobody: string, movers: readonly Change[] | undefined) => (
    <div className={styles.card}>
      <h3 className={styles.title}>{title}</h3>
      {content(title, nobody, movers)}
    </div>
  );

  return (
    <section aria-label={heading} className={styles.root}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{heading}</h2>
        <AboutButton name={heading} className={styles.about} onOpen={() => explain('movers')} />
        <CustomersChanged />
      </div>
      <div
        className={mergeClasses(styles.tables, isPrevious && styles.previous)}
        aria-busy={isPrevious || (data === undefined && error === null && needs === null)}
      >
        {card(t.moversUp, t.nobodyUp, data?.up)}
        {card(t.moversDown, t.nobodyDown, data?.down)}
      </div>
    </section>
  );

  function content(title: string, nobody: string, movers: readonly Change[] | undefined): ReactNode {
    if (needs !== null) return <p className={styles.quiet}>{t.needs[needs]}</p>;
    if (data === undefined || movers === undefined) {
      return error === null ? (
        <div className={styles.placeholder} />
      ) : (
        <p className={styles.quiet}>{t.failed}</p>
      );
    }
    if (movers.length === 0) return <p className={styles.quiet}>{nobody}</p>;
    return <MoversTable title={title} members={data} movers={movers} isPrevious={isPrevious} />;
  }
}
