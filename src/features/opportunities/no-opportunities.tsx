import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { withThresholds } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { DEFAULT_VIEW } from '#view/view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: '0.5rem',
    boxSizing: 'border-box',
    blockSize: '100%',
    padding: '1rem',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  heading: { margin: 0, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  text: { margin: 0 },
});

/** What stands instead of the list where nothing reaches the thresholds: which of them to loosen. */
export function NoOpportunities() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  const { opportunity, minIdle, maxUtilization, minUtilization } = view;
  const { minIdle: leastIdle, maxUtilization: mostUsed, minUtilization: leastUsed } = DEFAULT_VIEW;
  const loosen =
    opportunity === 'idle'
      ? t.loosenIdle(
          minIdle > leastIdle ? format.count(minIdle) : null,
          maxUtilization < mostUsed ? format.plainPercent(maxUtilization) : null,
        )
      : t.loosenNearlyFull(format.plainPercent(minUtilization));
  const isFiltered = view.filter !== null || view.search !== '';
  const isLoosened =
    opportunity === 'idle' ? minIdle <= leastIdle && maxUtilization >= mostUsed : minUtilization <= leastUsed;
  return (
    <div className={styles.root}>
      <p className={styles.heading}>{t.nothingListed[opportunity]}</p>
      <p className={styles.text}>{[loosen, isFiltered ? t.loosenFilter : ''].join(' ')}</p>
      {!isLoosened && (
        <Button
          onClick={() =>
            show(
              withThresholds(
                view,
                opportunity === 'idle'
                  ? { minIdle: leastIdle, maxUtilization: mostUsed }
                  : { minUtilization: leastUsed },
              ),
            )
          }
        >
          {t.resetThresholds}
        </Button>
      )}
    </div>
  );
}
