import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { Summary } from '#engine/engine.ts';
import { notDeployed, utilization } from '#engine/totals.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { useView } from '#view/use-view.ts';
import { Figure } from './figure.tsx';
import { texts } from './texts.ts';
import { UtilizationBar } from './utilization-bar.tsx';

const useStyles = makeStyles({
  container: { containerType: 'inline-size' },
  // The gaps between the figures show the ground: hairlines, wherever the figures wrap.
  strip: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr 1.25fr 1.5fr 1fr',
    gap: '1px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralStroke2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@container (max-width: 51.25rem)': {
      gridTemplateColumns: '1fr 1fr',
      '& > :last-child': { gridColumnStart: '1', gridColumnEnd: '-1' },
    },
  },
  previous: { opacity: 0.5 },
  over: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  failed: {
    boxSizing: 'border-box',
    minBlockSize: '6.125rem',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'grid',
    placeItems: 'center',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
  },
  beside: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  ifRoom: { '@container (max-width: 51.25rem)': { display: 'none' } },
});

function customersOver({ bands }: Summary): number {
  return bands.find(({ to }) => to === null)?.customers ?? 0;
}

/**
 * The five figures of the view. Sold, deployed and customers are what the answer is made of;
 * what is not deployed and the utilization are the answer, and stand out.
 */
export function Figures() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const { data, isPrevious, error } = useLicenseDeployment(view);

  if (data === undefined && error !== null) return <p className={styles.failed}>{t.failed}</p>;

  const known = data && describe(data);
  return (
    <div className={styles.container}>
      <div
        className={mergeClasses(styles.strip, isPrevious && styles.previous)}
        aria-busy={!data || isPrevious}
      >
        <Figure label={t.sold} value={known?.sold ?? null} caption={known?.soldTo} />
        <Figure label={t.deployed} value={known?.deployed ?? null} caption={known?.customersOver} />
        <Figure label={t.notDeployed} value={known?.notDeployed ?? null} caption={known?.ofSold} strong />
        <Figure
          label={t.utilization}
          value={known?.utilization ?? null}
          caption={data && <UtilizationBar totals={data.totals} />}
          strong
        />
        <Figure label={t.customers} value={known?.customers ?? null} caption={known?.withoutSold} />
      </div>
    </div>
  );

  function describe(summary: Summary) {
    const { totals, customers, customersWithoutSold } = summary;
    const left = notDeployed(totals);
    const used = utilization(totals);
    const over = customersOver(summary);
    const buyers = customers - customersWithoutSold;
    return {
      sold: format.count(totals.licensesSold),
      soldTo: customersWithoutSold > 0 ? t.soldTo(buyers, format.count(buyers)) : null,
      deployed: format.count(totals.licensesDeployed),
      customersOver: over > 0 ? t.customersOver(over, format.count(over)) : null,
      // Isolated: among words written from right to left, its sign would change sides.
      notDeployed: <bdi>{format.count(left)}</bdi>,
      ofSold:
        left < 0 ? (
          <strong className={styles.over}>{t.overDeployed}</strong>
        ) : (
          used !== null && t.ofSold(format.percent(1 - used))
        ),
      utilization: (
        <>
          <span>{format.percent(used)}</span>
          {used !== null && (
            <span className={mergeClasses(styles.beside, styles.ifRoom)}>{t.deployedOfSold}</span>
          )}
        </>
      ),
      customers: format.count(customers),
      withoutSold: customersWithoutSold > 0 ? t.withoutSold(format.count(customersWithoutSold)) : null,
    };
  }
}
