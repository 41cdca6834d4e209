import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts, type TextsOf } from '#ui/catalogue.ts';
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

function statusOf(reading: Reading, t: TextsOf<typeof texts>): string {
  switch (reading.kind) {
    case 'complete':
      return reading.rows === 0 ? '' : t.all({ count: reading.rows });
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
  const written = (count: number | null): string => (count === null ? 'unknown' : format.count(count));
  const isOffer = reading.kind === 'offer';
  const isReading = reading.kind === 'reading';

  function button(): { readonly label: string; readonly onPress: () => void } | null {
    if (isReading) return { label: t.stop, onPress: onStop };
    if (!isOffer || isLoadedElsewhere) return null;
    return { label: t.load({ rows: written(reading.rows) }), onPress: onLoad };
  }

  function offer(): string | null {
    if (!isOffer) return null;
    const rows = reading.requests === null ? 'unknown' : written(reading.rows);
    const needed = { rows, requests: reading.requests ?? 0 };
    return pairs === 'none'
      ? t.offer({ columns: format.list(sort.map(({ field }) => names[field])), ...needed })
      : t.offerPairs({ isList: pairs === 'list' ? 'yes' : 'no', ...needed });
  }

  return (
    <LoadBar
      className={styles.root}
      offer={offer()}
      label={t.loading}
      progress={isReading ? reading : null}
      amount={(loaded, total) => t.loaded({ loaded: format.count(loaded), total: written(total) })}
      status={statusOf(reading, t)}
      button={button()}
    />
  );
}
