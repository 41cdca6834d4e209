import { makeStyles } from '@griffel/react';
import { excerpt } from '#partner-center/filter/excerpt.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useFormat } from '#ui/format.ts';
import { useLocalization } from '#ui/language.ts';
import { MAX_LICENSES, MAX_PERCENT } from '#view/normalise.ts';
import { withSpare, withThresholds } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import type { View } from '#view/view.ts';
import { texts } from './texts.ts';
import { ThresholdField } from './threshold-field.tsx';
import { licensesIn, percentIn } from './typed-number.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', columnGap: '1rem', rowGap: '0.5rem' },
});

type Threshold = 'minIdle' | 'maxUtilization' | 'minUtilization' | 'spare';

/** A field for each threshold that a row must reach to be listed. The address holds the thresholds. */
export function Thresholds() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { locale } = useLocalization();
  const { view, show } = useView();
  const write = (value: number): string =>
    new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 }).format(value);

  const field = (
    name: Threshold,
    kind: 'licenses' | 'percent',
    next: (value: number) => View,
    hint?: string,
  ) => {
    const isPercent = kind === 'percent';
    const most = isPercent ? MAX_PERCENT : MAX_LICENSES;
    return (
      <ThresholdField
        key={name}
        label={t[name]}
        unit={isPercent ? t.percent : t.licenses}
        {...(hint === undefined ? {} : { hint })}
        value={view[name]}
        written={write(view[name])}
        read={(text) => (isPercent ? percentIn : licensesIn)(text, most, locale)}
        wrong={(text) =>
          (isPercent ? t.wrongPercent : t.wrongCount)({ text: excerpt(text), most: format.count(most) })
        }
        onChange={(value, act) => show(next(value), { act })}
      />
    );
  };

  return (
    <div role="group" aria-label={t.thresholds} className={styles.root}>
      {view.opportunity === 'idle' ? (
        <>
          {field('minIdle', 'licenses', (minIdle) => withThresholds(view, { minIdle }))}
          {field(
            'maxUtilization',
            'percent',
            (maxUtilization) => withThresholds(view, { maxUtilization }),
            t.maxUtilizationHint,
          )}
          {field('spare', 'licenses', (spare) => withSpare(view, spare), t.spareHint)}
        </>
      ) : (
        field('minUtilization', 'percent', (minUtilization) => withThresholds(view, { minUtilization }))
      )}
    </div>
  );
}
