import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ComponentProps, CSSProperties, ReactNode } from 'react';
import type { FigureName } from './figure-change.tsx';
import type { Summary } from '#engine/engine.ts';
import { notDeployed, utilization } from '#engine/totals.ts';
import type { CustomersInOrder } from '#query/use-customers.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { useExplain } from '#view/use-explain.ts';
import { useView } from '#view/use-view.ts';
import { Amount } from './amount.tsx';
import { CaptionButton } from './caption-button.tsx';
import { Figure } from './figure.tsx';
import { fitted, lengthOf, type Fitted } from './fitting.ts';
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
    '--figure-padding': '1rem',
    // The columns' room without borders and gaps, for what the figures hold.
    '--columns': 'calc((100cqi - 0.375rem) / 5.75)',
    '--plain-room': 'calc(var(--columns) - 2 * var(--figure-padding))',
    '--strong-room': 'calc(1.25 * var(--columns) - 2 * var(--figure-padding))',
    backgroundColor: tokens.colorNeutralStroke2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    // For each property one range holds: of two that hold, neither is sure to come last.
    '@container (max-width: 51.25rem)': { '--strong-room': 'var(--plain-room)' },
    '@container (min-width: 25.01rem) and (max-width: 51.25rem)': { '--figure-padding': '0.75rem' },
    '@container (max-width: 25rem)': { '--figure-padding': '0.625rem' },
    '@container (min-width: 14.01rem) and (max-width: 51.25rem)': {
      gridTemplateColumns: '1fr 1fr',
      '--columns': 'calc((100cqi - 3px) / 2)',
      '& > :last-child': { gridColumnStart: '1', gridColumnEnd: '-1' },
    },
    // Text twice as large on a phone.
    '@container (max-width: 14rem)': {
      gridTemplateColumns: '1fr',
      '--columns': 'calc(100cqi - 2px)',
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
  ifRoom: { '@container (max-width: 68.75rem)': { display: 'none' } },
});

const OVER: Pick<CustomersInOrder, 'sort' | 'place' | 'has'> = {
  sort: [{ field: 'licensesNotDeployed', descending: false }],
  place: 0,
  has: (customer) => notDeployed(customer) < 0,
};

const WITHOUT_SOLD: Pick<CustomersInOrder, 'sort' | 'place' | 'has'> = {
  sort: [{ field: 'licensesSold', descending: false }],
  place: 0,
  has: ({ licensesSold }) => licensesSold === 0,
};

/** How long a percentage may be, in em, to have words beside it. */
const SHORT = 4;

/**
 * The five figures of the view. Sold, deployed and customers are what the answer is made of;
 * what is not deployed and the utilization are the answer, and stand out.
 *
 * @param changeOf what stands beside a figure where the view is compared; undefined: it is not
 */
export function Figures({
  changeOf,
}: {
  readonly changeOf: ((figure: FigureName) => ReactNode) | undefined;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view } = useView();
  const explain = useExplain();
  const { data, isPrevious, error } = useLicenseDeployment(view);

  if (data === undefined && error !== null) return <p className={styles.failed}>{t.failed}</p>;

  const known = data && describe(data);
  const plain = [known?.sold, known?.deployed, known?.customers];
  const strong = [known?.notDeployed, known?.utilization];
  const lengths: CSSProperties & Readonly<Record<`--${string}`, number>> = {
    '--plain-length': longestOf(plain),
    '--strong-length': longestOf(strong),
  };
  return (
    <div className={styles.container}>
      <div
        className={mergeClasses(styles.strip, isPrevious && styles.previous)}
        style={lengths}
        aria-busy={!data || isPrevious}
      >
        <Figure
          label={t.sold}
          value={known && <Amount of={known.sold} />}
          caption={known?.soldTo}
          {...besideOf('sold')}
          onAbout={() => explain('totalSold')}
        />
        <Figure
          label={t.deployed}
          value={known && <Amount of={known.deployed} />}
          caption={known?.customersOver}
          {...besideOf('deployed')}
          onAbout={() => explain('totalDeployed')}
        />
        <Figure
          label={t.notDeployed}
          value={known && <Amount of={known.notDeployed} />}
          caption={known?.ofSold}
          {...besideOf('notDeployed')}
          onAbout={() => explain('totalNotDeployed')}
          strong
        />
        <Figure
          label={t.utilization}
          value={
            known && (
              <>
                <Amount of={known.utilization} />
                {known.hasWordsBeside && (
                  <span className={mergeClasses(styles.beside, styles.ifRoom)}>{t.deployedOfSold}</span>
                )}
              </>
            )
          }
          caption={data && <UtilizationBar totals={data.totals} />}
          {...besideOf('utilization')}
          onAbout={() => explain('totalUtilization')}
          strong
        />
        <Figure
          label={t.customers}
          value={known && <Amount of={known.customers} />}
          caption={known?.withoutSold}
          {...besideOf('customers')}
          onAbout={() => explain('customers')}
        />
      </div>
    </div>
  );

  function besideOf(name: FigureName): Pick<ComponentProps<typeof Figure>, 'change'> {
    return changeOf === undefined ? {} : { change: changeOf(name) };
  }

  function describe(summary: Summary) {
    const { totals, customers, customersWithoutSold, customersOver } = summary;
    const left = notDeployed(totals);
    const used = utilization(totals);
    const buyers = customers - customersWithoutSold;
    const count = (value: number): Fitted => fitted(format.count(value), format.compact(value));
    const share = fitted(format.percent(used), format.compactPercent(used));
    return {
      sold: count(totals.licensesSold),
      soldTo: customersWithoutSold > 0 ? t.soldTo(buyers, format.count(buyers)) : null,
      deployed: count(totals.licensesDeployed),
      customersOver: customersOver > 0 && (
        <CaptionButton
          caption={t.customersOver(customersOver, format.count(customersOver))}
          nameOf={t.showOver}
          customers={{ ...OVER, count: customersOver }}
        />
      ),
      notDeployed: count(left),
      ofSold:
        left < 0 ? (
          <strong className={styles.over}>{t.overDeployed}</strong>
        ) : (
          used !== null && t.ofSold(format.percent(1 - used))
        ),
      utilization: share,
      hasWordsBeside: used !== null && lengthOf(share.text) <= SHORT,
      customers: count(customers),
      withoutSold: customersWithoutSold > 0 && (
        <CaptionButton
          caption={t.withoutSold(format.count(customersWithoutSold))}
          nameOf={t.showWithoutSold}
          customers={{ ...WITHOUT_SOLD, count: customersWithoutSold }}
        />
      ),
    };
  }
}

/** The length of the longest of some figures, in em; 1 where none is there yet. */
function longestOf(figures: readonly (Fitted | undefined)[]): number {
  return Math.max(1, ...figures.map((figure) => (figure === undefined ? 0 : lengthOf(figure.text))));
}
