import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat, type Format } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import type { SortKey } from '#view/view.ts';
import type { Reading } from './reading.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    rowGap: '4px',
    minInlineSize: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  offer: { marginBlock: 0, marginInline: '0 12px' },
  progress: { inlineSize: '160px', marginInlineEnd: '12px' },
  status: { fontVariantNumeric: 'tabular-nums', ':not(:empty)': { marginInlineEnd: '12px' } },
});

function statusOf(reading: Reading, t: (typeof texts)['en'], format: Format): string {
  switch (reading.kind) {
    case 'reading':
      return t.loaded(
        format.count(reading.loaded),
        reading.total === null ? null : format.count(reading.total),
      );
    case 'complete':
      return reading.rows === 0 ? '' : t.all(reading.rows, format.count(reading.rows));
    case 'offer':
    case 'page':
      return '';
  }
}

type ReadingBarProps = {
  readonly reading: Reading;
  readonly sort: readonly SortKey[];
  /** The rows are coming, or offered, with the whole snapshot: said here, loaded there. */
  readonly isLoadedElsewhere: boolean;
  readonly onLoad: () => void;
  readonly onStop: () => void;
};

/** How much of the rows has been read, and the choice to read them all or to stop. */
export function ReadingBar({ reading, sort, isLoadedElsewhere, onLoad, onStop }: ReadingBarProps) {
  const styles = useStyles();
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const format = useFormat();
  const isReading = reading.kind === 'reading';
  return (
    <div className={styles.root}>
      {reading.kind === 'offer' && (
        <p className={styles.offer}>
          {t.offer(
            sort.map(({ field }) => names[field]),
            format.count(reading.rows),
            reading.requests,
            format.count(reading.requests),
          )}
        </p>
      )}
      {isReading && (
        <ProgressBar
          label={t.loading}
          className={styles.progress}
          progress={reading.total === null ? null : { value: reading.loaded, max: reading.total }}
        />
      )}
      {/* Always there: what is put into it is announced, an element that comes with its text often is not. */}
      <span role="status" className={styles.status}>
        {statusOf(reading, t, format)}
      </span>
      {(isReading || (reading.kind === 'offer' && !isLoadedElsewhere)) && (
        // One button, so that whoever pressed it by keyboard still stands on it. The second half of a double-click
        // on what loads is no wish to stop.
        <Button
          size="small"
          onClick={(event) => {
            if (event.detail > 1) return;
            if (isReading) onStop();
            else onLoad();
          }}
        >
          {reading.kind === 'offer' ? t.load(format.count(reading.rows)) : t.stop}
        </Button>
      )}
    </div>
  );
}
