import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useFigureChanges } from '#query/use-comparison.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { writtenChange, type FigureName } from './change.ts';
import { texts } from './change-texts.ts';

export type { FigureName };

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '0.375rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  change: { fontWeight: tokens.fontWeightSemibold },
  better: { color: tokens.colorPaletteGreenForeground1 },
  worse: { color: tokens.colorPaletteRedForeground1 },
  placeholder: {
    inlineSize: '5rem',
    blockSize: '0.625rem',
    alignSelf: 'center',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1Alpha,
  },
});

/** The change of one of the page's figures since the snapshot that the view is compared with. */
export function FigureChange({ of }: { readonly of: FigureName }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const { figures, isNone } = useFigureChanges(view);
  if (figures === null) {
    return isNone ? (
      <span className={styles.root}>{t.notCompared}</span>
    ) : (
      <span className={styles.placeholder} />
    );
  }
  const { text, direction } = writtenChange(of, figures, format);
  return (
    <span
      className={styles.root}
      title={t.since({ date: format.date(figures.before.coverage.snapshot.date) })}
    >
      {/* The text is isolated: among words written from right to left, its sign would change sides. */}
      <bdi
        className={mergeClasses(
          styles.change,
          direction === 'better' && styles.better,
          direction === 'worse' && styles.worse,
        )}
      >
        {text}
      </bdi>
      {direction !== null && <span>{t[direction]}</span>}
    </span>
  );
}
