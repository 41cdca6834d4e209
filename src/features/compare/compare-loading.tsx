import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useAskOfTwo } from '#query/use-ask-of-two.ts';
import {
  useComparisonNeeds,
  useFigureChanges,
  useLoadBehind,
  useLoadingOfTwo,
} from '#query/use-comparison.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { LoadBar } from '#ui/load-bar.tsx';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    minBlockSize: '1.5rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
});

/**
 * What the figures are compared with, how much of that snapshot is in the browser, and what waits until both are there.
 */
export function CompareLoading() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  useLoadBehind(view);
  useAskOfTwo();
  const needs = useComparisonNeeds(view);
  const { figures } = useFigureChanges(view);
  const loading = useLoadingOfTwo(view);
  if (loading === null) return <div className={styles.root} />;
  const { before, state, prospect, rows, requests, load, stop } = loading;
  const date = format.date(before.date);
  const isOffered = needs !== null && prospect === 'offered';

  function status(): string {
    const comparedOf = (): string =>
      state.status === 'loaded' ? t.comparedIn({ date, rows: state.rows }) : t.compared({ date });
    const compared = figures === null ? '' : comparedOf();
    if (needs === null || isOffered) return compared;
    return [compared, t.needs[needs], prospect === 'none' ? t.tooMany : t.coming]
      .filter((sentence) => sentence !== '')
      .join(' ');
  }

  function button(): { readonly label: string; readonly onPress: () => void } | null {
    if (state.status === 'loading') return { label: t.stop({ date }), onPress: stop };
    if (!isOffered) return null;
    return { label: t.loadBoth({ known: rows === null ? 'no' : 'yes', rows: rows ?? 0 }), onPress: load };
  }

  return (
    <LoadBar
      className={styles.root}
      offer={
        isOffered && needs !== null
          ? [
              t.needs[needs],
              ...(rows === null || requests === null ? [] : [t.takes({ rows, requests })]),
            ].join(' ')
          : null
      }
      label={t.loading({ date })}
      progress={state.status === 'loading' ? state : null}
      amount={(loaded, total) =>
        t.amount({ known: total === null ? 'no' : 'yes', date, loaded, total: total ?? 0 })
      }
      status={status()}
      button={button()}
    />
  );
}
