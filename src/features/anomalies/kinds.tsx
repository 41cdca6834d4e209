import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { AnomaliesPage } from '#query/use-anomalies.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { withoutKinds } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { ANOMALY_KINDS } from '#view/view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '0.375rem' },
  kind: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '0.375rem',
    boxSizing: 'border-box',
    minBlockSize: '1.75rem',
    paddingInline: '0.5rem 0.625rem',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@media (max-width: 40em)': { minBlockSize: '2.25rem' },
  },
  off: { color: tokens.colorNeutralForeground3, backgroundColor: 'transparent' },
  box: { margin: 0, accentColor: tokens.colorCompoundBrandBackground, cursor: 'pointer' },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

/** Which kinds are listed, and the number of anomalies of each kind where it is known. */
export function Kinds({ found }: { readonly found: AnomaliesPage['found'] | null }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, show } = useView();
  return (
    <div data-screen role="group" aria-label={t.kindsLabel} className={styles.root}>
      {ANOMALY_KINDS.map((kind) => {
        const isOff = view.without.includes(kind);
        const count = found?.[kind]?.count;
        return (
          <label
            key={kind}
            title={t.meanings[kind]}
            className={mergeClasses(styles.kind, isOff && styles.off)}
          >
            <input
              type="checkbox"
              className={styles.box}
              checked={!isOff}
              onChange={() =>
                show(
                  withoutKinds(
                    view,
                    isOff ? view.without.filter((other) => other !== kind) : [...view.without, kind],
                  ),
                )
              }
            />
            {t.kinds[kind]}
            {count !== undefined && <span className={styles.count}>{format.count(count)}</span>}
          </label>
        );
      })}
    </div>
  );
}
