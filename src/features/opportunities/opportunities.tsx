import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { FIRST_OF_LIST } from '#query/asking.ts';
import { useFirstOpportunities } from '#query/use-license-deployment.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useFormat } from '#ui/format.ts';
import { answeredGroupby } from '#view/answered.ts';
import { useView } from '#view/use-view.ts';
import { OpportunityChoice } from './opportunity-choice.tsx';
import { idleSaid, nearlyFullSaid } from './said.ts';
import { texts } from './texts.ts';
import { Thresholds } from './thresholds.tsx';
import { WhereIdle } from './where-idle.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '1rem' },
  asked: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', columnGap: '1.5rem', rowGap: '0.75rem' },
  said: {
    margin: 0,
    minBlockSize: tokens.lineHeightBase500,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    '@media (max-width: 40em)': {
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
      minBlockSize: `calc(2 * ${tokens.lineHeightBase400})`,
    },
  },
  previous: { opacity: 0.5 },
});

/** The question of the view's opportunities, and its answer in a sentence and a chart. */
export function Opportunities() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const asked = useFirstOpportunities(view);
  const { data, isPrevious } = asked;
  const about = { ...view, groupby: answeredGroupby(view) };
  const said =
    data &&
    (view.opportunity === 'idle'
      ? idleSaid(data, FIRST_OF_LIST, about, t, format)
      : nearlyFullSaid(data, about, t, format));

  return (
    <div className={styles.root}>
      <div data-screen className={styles.asked}>
        <OpportunityChoice />
        <Thresholds />
      </div>
      <p
        {...(said == null ? {} : { role: 'note' })}
        aria-busy={isPrevious}
        className={mergeClasses(styles.said, isPrevious && styles.previous)}
      >
        {said}
      </p>
      {view.opportunity === 'idle' && <WhereIdle asked={asked} />}
    </div>
  );
}
