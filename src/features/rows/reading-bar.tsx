import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat, type Format } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { LoadBar } from '#ui/load-bar.tsx';
import type { GroupMeasure, RowSortField, SortKey } from '#view/view.ts';
import type { Reading } from './reading.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    minInlineSize: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});

function statusOf(reading: Reading, t: (typeof texts)['en'], format: Format): string {
  switch (reading.kind) {
    case 'complete':
      return reading.rows === 0 ? '' : t.all(reading.rows, format.count(reading.rows));
    case 'offer':
    case 'page':
    case 'reading':
      return '';
  }
}

type ReadingBarProps = {
  readonly reading: Reading;
  readonly sort: readonly SortKey<RowSortField | GroupMeasure>[];
  /** Whether pairs of customer and product are needed. `list`: without them there are no rows. */
  readonly pairs: 'none' | 'figures' | 'list';
  /** The rows come, or are offered, with the whole snapshot: this bar says so, and the loading is done elsewhere. */
  readonly isLoadedElsewhere: boolean;
  readonly onLoad: () => void;
  readonly onStop: () => void;
};

/** How many of the rows have been read, and the buttons to read them all or to stop. */
export function ReadingBar({ reading, sort, pairs, isLoadedElsewhere, onLoad, onStop }: ReadingBarProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const format = useFormat();
  const isOffer = reading.kind === 'offer';
  const isReading = reading.kind === 'reading';

  function button(): { readonly label: string; readonly onPress: () => void } | null {
    if (isReading) return { label: t.stop, onPress: onStop };
    if (!isOffer || isLoadedElsewhere) return null;
    return { label: t.load(reading.rows === null ? null : format.count(reading.rows)), onPress: onLoad };
  }

  function offer(): string | null {
    if (!isOffer) return null;
    const rows = reading.rows === null ? null : format.count(reading.rows);
    const requests =
      reading.requests === null ? null : { count: reading.requests, text: format.count(reading.requests) };
    return pairs === 'none'
      ? t.offer(
          sort.map(({ field }) => names[field]),
          rows,
          requests,
        )
      : t.offerPairs(pairs === 'list', rows, requests);
  }

  return (
    <LoadBar
      className={styles.root}
      offer={offer()}
      label={t.loading}
      progress={isReading ? reading : null}
      amount={(loaded, total) => t.loaded(format.count(loaded), total === null ? null : format.count(total))}
      status={statusOf(reading, t, format)}
      button={button()}
    />
  );
}
