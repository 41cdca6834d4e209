import { Option } from '@fluentui/react-combobox';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useSnapshot } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { earlierDays } from './days.ts';
import { texts } from './texts.ts';

/** The option that stands for whichever snapshot is the latest. */
export const LATEST = 'latest';

const useStyles = makeStyles({
  main: { flexGrow: 1 },
  aside: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/**
 * What the picker offers: the latest snapshot, and days before it once it is known which that is. A part of its
 * own so that the latest snapshot is asked for only where someone is about to choose.
 */
export function SnapshotOptions() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const latest = useSnapshot({ processedDateTime: null });
  const date = latest.isPrevious ? undefined : latest.data?.date;
  const options = [
    { value: LATEST, main: t.latest, aside: date === undefined ? '' : format.date(date) },
    ...(date === undefined ? [] : earlierDays(date)).map((day) => ({
      value: day.date,
      main: format.date(day.date),
      aside:
        day.before === 'year' ? t.yearBefore : t.daysBefore(day.before.days, format.count(day.before.days)),
    })),
  ];
  return options.map(({ value, main, aside }) => (
    <Option key={value} value={value} text={main}>
      <span className={styles.main}>{main}</span>
      <span className={styles.aside}>{aside}</span>
    </Option>
  ));
}
