import { ChevronDownRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { CSSProperties, ReactNode } from 'react';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { columnsOf } from '#ui/wide-characters.ts';
import type { Measure } from '#view/view.ts';
import { CustomerLink, type CustomerTarget } from '#ui/customer-link.tsx';
import { BarTrack } from './bar-track.tsx';
import { rowsOf, type Bar, type BarRow, type BarRows, type MemberRow, type OtherRow } from './bars.ts';
import { barLabel, spokenLabel, tooltipLabel, type BarLabel } from './labels.ts';
import type { Standing } from './standing.ts';
import { texts } from './texts.ts';

// These rows are HTML and not a chart of recharts. A row is a button whose name is data in any script, is cut off with
// an ellipsis or wrapped, and is mirrored where the page is; SVG text can do none of that. So this chart, the page's
// main one, does not wait for recharts either.

// In little room a row takes two lines: name and result, then bar and amounts.
const NARROW = '@container (max-width: 38.75rem)';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    // The room that the longest bar has beside the name and the longest label: the figure's width without the row's
    // padding. A character is hardly wider than a digit.
    '--room': 'calc((100cqi - 1rem) * 0.66 - 1.25rem - var(--amounts) - 3ch - var(--result))',
    [NARROW]: { '--room': 'calc(100cqi - 1rem - 0.5rem - var(--amounts))' },
  },
  // An opened list scrolls in its place, and its last visible row is cut so that a person sees this. Neither the chart
  // beside it nor the rows below move away.
  opened: {
    maxBlockSize: '18.5rem',
    overflowY: 'auto',
    '@media print': { maxBlockSize: 'none' },
    '--room': 'calc((100cqi - 2rem) * 0.66 - 1.25rem - var(--amounts) - 3ch - var(--result))',
    [NARROW]: { maxBlockSize: '35rem', '--room': 'calc(100cqi - 2rem - 0.5rem - var(--amounts))' },
  },
  other: {
    marginBlockStart: '0.25rem',
    paddingBlockStart: '0.25rem',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  row: {
    position: 'relative',
    isolation: 'isolate',
    display: 'flex',
    alignItems: 'center',
    boxSizing: 'border-box',
    minBlockSize: '1.75rem',
    paddingBlock: '2px',
    paddingInline: '0.5rem',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      columnGap: '0.75rem',
      rowGap: '2px',
      paddingBlock: '0.3125rem',
    },
  },
  choosable: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
  },
  // The button is the name, so the name is what it is called; its background covers the whole row.
  button: {
    margin: 0,
    padding: 0,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    textAlign: 'start',
    color: 'inherit',
    appearance: 'none',
    backgroundColor: 'transparent',
    border: 'none',
    outlineStyle: 'none',
    cursor: 'pointer',
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      zIndex: 1,
      borderRadius: tokens.borderRadiusMedium,
    },
    ':focus-visible::after': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Selected}`,
    // Forced colours remove shadows and backgrounds.
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  leftOut: { color: tokens.colorNeutralForeground3 },
  // The direction of the page decides where a name starts, and the name's own direction decides which end is cut off.
  place: {
    display: 'flex',
    alignItems: 'center',
    flexGrow: 0,
    flexShrink: 0,
    flexBasis: '34%',
    minInlineSize: 0,
    [NARROW]: { order: -2 },
  },
  named: { display: 'flex', minInlineSize: 0 },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // Chromium knows only its own spelling of this value.
    textAlign: ['-webkit-match-parent', 'match-parent'],
    [NARROW]: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  chosenName: { fontWeight: tokens.fontWeightSemibold },
  chevron: { marginInlineStart: '0.375rem', verticalAlign: 'middle' },
  aside: { color: tokens.colorNeutralForeground3 },
  figures: { display: 'contents' },
  plot: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '0.5rem',
    marginInlineStart: '0.75rem',
    [NARROW]: { gridColumnStart: '1', gridColumnEnd: '-1', marginInlineStart: 0 },
  },
  amounts: {
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  separator: { whiteSpace: 'pre', [NARROW]: { display: 'none' } },
  result: {
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
    [NARROW]: { order: -1, alignSelf: 'start' },
  },
});

export type BarListProps = {
  readonly rows: BarRows;
  readonly measure: Measure;
  readonly nameOf: (value: string | null) => string;
  /** The earlier figures of a member in words; empty where nothing is compared. */
  readonly wordsBefore: (value: string | null) => string;
  readonly standingOf: (value: string | null) => Standing;
  /** `adds`: the member is added to those that are chosen already. */
  readonly onChoose: (value: string, options: { readonly adds: boolean }) => void;
  /** The summed members have bars of their own, which take as much room. */
  readonly isOpened: boolean;
  /**
   * What a click on the last sum does, and the button's name from the sum and its figures; null where a click does
   * nothing.
   */
  readonly onOther: {
    readonly open: () => void;
    readonly nameOf: (values: { readonly other: string; readonly figures: string }) => string;
  } | null;
  /** A person may be about to choose a member: it is under the pointer or has the focus. */
  readonly onNear: (value: string) => void;
  /** The link to the view of a customer; null where the member has none. */
  readonly customerOf: (value: string) => CustomerTarget | null;
};

/** The bar of a member that has nothing now, but had something. */
const NO_BAR: Bar = { sold: 0, deployed: 0, over: 0, isCut: false };

/** The width of the longest of some texts, as a CSS length for so many digits. */
function lengthOf(texts: readonly string[]): string {
  return `${Math.max(0, ...texts.map(columnsOf))}ch`;
}

/** The bars of the members, each with a button, and the bar of all others. */
export function BarList({
  rows,
  measure,
  nameOf,
  wordsBefore,
  standingOf,
  onChoose,
  onNear,
  customerOf,
  isOpened,
  onOther,
}: BarListProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { members, other, leftOut } = rows;

  const labelOf = ({ totals }: BarRow): BarLabel => barLabel(totals, measure, t, format);
  const labels = rowsOf(rows).map(labelOf);
  const lengths: CSSProperties & Readonly<Record<`--${string}`, string>> = {
    '--amounts': lengthOf(labels.map(({ amounts }) => amounts)),
    '--result': lengthOf(labels.map(({ result }) => result)),
  };

  const plot = (row: BarRow, { isPale = false, ownScale = false } = {}): ReactNode => {
    const { amounts, result } = labelOf(row);
    const color = isPale && styles.leftOut;
    return (
      <>
        <span className={styles.plot}>
          {(row.bar !== null || row.marks !== null) && (
            <BarTrack
              bar={row.bar ?? NO_BAR}
              marks={row.marks}
              room="var(--room)"
              ownScale={ownScale}
              isPale={isPale}
            />
          )}
          <span className={mergeClasses(styles.amounts, color)}>{amounts}</span>
        </span>
        <span className={mergeClasses(styles.separator, color)}>{' · '}</span>
        <span className={styles.result}>{result}</span>
      </>
    );
  };

  const member = (row: MemberRow): ReactNode => {
    const { value, totals } = row;
    const name = nameOf(value);
    const standing = standingOf(value);
    const isChosen = standing === 'chosen';
    const isLeftOut = standing === 'leftOut';
    const customer = value === null ? null : customerOf(value);
    const shownName = (
      <span className={mergeClasses(styles.name, isChosen && styles.chosenName)} dir="auto">
        {name}
      </span>
    );
    const before = wordsBefore(value);
    const title = [tooltipLabel(name, totals, t, format), before].filter((line) => line !== '').join('\n');
    const now = spokenLabel(totals, measure, t, format);
    const spoken = before === '' ? now : t.andBefore({ now, before });
    return (
      // JSON distinguishes a value from a missing value.
      <li
        key={JSON.stringify(value)}
        className={mergeClasses(
          styles.row,
          value !== null && styles.choosable,
          isChosen && styles.chosen,
          isLeftOut && styles.leftOut,
        )}
      >
        {value === null ? (
          // The filter cannot ask for rows without a value.
          <span className={styles.place} title={title}>
            {shownName}
          </span>
        ) : (
          <span className={styles.place}>
            <button
              type="button"
              data-printed
              className={mergeClasses(styles.named, styles.button)}
              title={title}
              aria-label={t.filterBy({ member: name, figures: spoken })}
              aria-pressed={isChosen}
              onPointerEnter={() => onNear(value)}
              onFocus={() => onNear(value)}
              onClick={({ ctrlKey, metaKey, shiftKey }) =>
                onChoose(value, { adds: ctrlKey || metaKey || shiftKey })
              }
            >
              {shownName}
            </button>
            {customer !== null && <CustomerLink name={name} target={customer} />}
          </span>
        )}
        {/* The button's name has said all this in words. */}
        <span className={styles.figures} aria-hidden={value !== null}>
          {plot(row, { isPale: isLeftOut })}
        </span>
      </li>
    );
  };

  /** The rows of what has no bars of its own; the last of them can be opened. */
  const summed = (
    row: OtherRow,
    { name, isLeftOut, isLast }: { name: string; isLeftOut: boolean; isLast: boolean },
  ): ReactNode => {
    const shownName = (
      <span className={styles.name}>
        {name}
        {row.ownScale && <span className={styles.aside}> · {t.ownScale}</span>}
        {isLast && onOther !== null && <ChevronDownRegular className={styles.chevron} fontSize="0.75rem" />}
      </span>
    );
    const opens = isLast ? onOther : null;
    const spoken = opens?.nameOf({ other: name, figures: spokenLabel(row.totals, measure, t, format) });
    return (
      <li key={isLast ? 'other' : 'chosen'} className={styles.other}>
        <span
          className={mergeClasses(
            styles.row,
            opens !== null && styles.choosable,
            isLeftOut && styles.leftOut,
          )}
        >
          {opens === null ? (
            <span className={styles.place}>{shownName}</span>
          ) : (
            <button
              type="button"
              data-printed
              className={mergeClasses(styles.place, styles.button)}
              aria-label={spoken}
              title={spoken}
              onClick={opens.open}
            >
              {shownName}
            </button>
          )}
          <span className={styles.figures} aria-hidden={opens !== null}>
            {plot(row, { isPale: isLeftOut, ownScale: row.ownScale })}
          </span>
        </span>
      </li>
    );
  };

  return (
    <ol className={mergeClasses(styles.list, isOpened && styles.opened)} style={lengths}>
      {/* All members are in one list, so that a member that becomes chosen moves in it and keeps the focus. */}
      {[
        ...members.map(member),
        other !== null &&
          summed(other, {
            name: (leftOut === null ? t.other : t.otherChosen)({ groups: format.count(other.groups) }),
            isLeftOut: false,
            isLast: leftOut === null,
          }),
        ...(leftOut?.members.map(member) ?? []),
        leftOut?.other != null &&
          summed(leftOut.other, {
            name: t.other({ groups: format.count(leftOut.other.groups) }),
            isLeftOut: true,
            isLast: true,
          }),
      ]}
    </ol>
  );
}
