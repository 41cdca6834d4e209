import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useTexts } from '#ui/catalogue.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { BarTrack } from './bar-track.tsx';
import { rowsOf, type Bar, type BarRows, type Marks } from './bars.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 1rem',
    margin: 0,
    marginBlockStart: 'auto',
    paddingBlockStart: '0.5rem',
    paddingInline: '0.5rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  // Such devices mostly have no keyboard.
  forKeys: { '@media (pointer: coarse)': { display: 'none' } },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: '0.375rem' },
});

const DEPLOYED: Bar = { sold: 1, deployed: 1, over: 0, isCut: false };
const SOLD: Bar = { sold: 1, deployed: 0, over: 0, isCut: false };
const CUT: Bar = { sold: 0, deployed: 0, over: 1, isCut: true };
const OVER: Bar = { sold: 0, deployed: 0, over: 1, isCut: false };

/** Says what the parts of a bar mean; parts that do not occur are left out. */
export function BarLegend({
  rows,
  hasLeftOut,
  before,
}: {
  readonly rows: BarRows;
  /** Some members are dimmed. */
  readonly hasLeftOut: boolean;
  /** The day that is compared with; null where nothing is compared. */
  readonly before: string | null;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const bars = rowsOf(rows).map(({ bar }) => bar);
  const marks = rowsOf(rows).map((row) => row.marks);
  const entry = (bar: Bar, text: string, marks: Marks | null = null) => (
    <span className={styles.entry}>
      <BarTrack bar={bar} marks={marks} room="1.25rem" />
      {text}
    </span>
  );
  return (
    <figcaption className={styles.root}>
      {entry(DEPLOYED, names.licensesDeployed)}
      {entry(SOLD, names.licensesSold)}
      {bars.some((bar) => bar !== null && bar.over > 0) && entry(OVER, t.beyondSold)}
      {before !== null &&
        marks.some((mark) => mark?.sold != null) &&
        entry(SOLD, t.soldBefore({ date: before }), { sold: 0.5, deployed: null })}
      {before !== null &&
        marks.some((mark) => mark?.deployed != null) &&
        entry(SOLD, (rows.scale === 'ownSold' ? t.utilizationBefore : t.deployedBefore)({ date: before }), {
          sold: null,
          deployed: 0.5,
        })}
      {rows.scale === 'ownSold' && <span>{t.toOwnSold}</span>}
      {bars.some((bar) => bar?.isCut) && entry(CUT, t.cutOff)}
      {hasLeftOut && <span>{t.leftOut}</span>}
      {rows.leftOut !== null && (
        <span className={mergeClasses(rows.members.length <= 1 && styles.forKeys)}>
          {rows.members.length > 1 ? t.severalHint : t.addHint}
        </span>
      )}
    </figcaption>
  );
}
