import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ComponentProps, ReactNode } from 'react';
import type { FigureName } from './figure-change.tsx';
import type { Summary } from '#engine/engine.ts';
import { notDeployed, utilization } from '#engine/totals.ts';
import type { CustomersInOrder } from '#query/use-customers.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { figureTexts } from '#ui/figure-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useExplain } from '#view/use-explain.ts';
import { useView } from '#view/use-view.ts';
import { Amount } from './amount.tsx';
import { CaptionButton } from './caption-button.tsx';
import { Figure } from './figure.tsx';
import { FigureStrip } from './figure-strip.tsx';
import { fitted, lengthOf, type Fitted } from './fitting.ts';
import { texts } from './texts.ts';
import { UtilizationBar } from './utilization-bar.tsx';

const useStyles = makeStyles({
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

/** In em. A longer percentage has no room for words beside it. */
const SHORT = 4;

/**
 * The five figures of the view. The answer is computed from sold, deployed and customers. The answer is what is not
 * deployed and the utilization, and these two stand out.
 *
 * @param changeOf gives what stands beside a figure where the view is compared; undefined where it is not
 */
export function Figures({
  changeOf,
}: {
  readonly changeOf: ((figure: FigureName) => ReactNode) | undefined;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const names = useTexts(figureTexts);
  const format = useFormat();
  const { view } = useView();
  const explain = useExplain();
  const { data, isPrevious, error } = useLicenseDeployment(view);

  if (data === undefined && error !== null) return <p className={styles.failed}>{t.failed}</p>;

  const known = data && describe(data);
  const plain = [known?.sold, known?.deployed, known?.customers];
  const strong = [known?.notDeployed, known?.utilization];
  return (
    <FigureStrip plain={plain} strong={strong} isBusy={!data || isPrevious} isPrevious={isPrevious}>
      <Figure
        label={names.totalSold}
        value={known && <Amount of={known.sold} />}
        caption={known?.soldTo}
        {...besideOf('sold')}
        onAbout={() => explain('totalSold')}
      />
      <Figure
        label={names.totalDeployed}
        value={known && <Amount of={known.deployed} />}
        caption={known?.customersOver}
        {...besideOf('deployed')}
        onAbout={() => explain('totalDeployed')}
      />
      <Figure
        label={names.totalNotDeployed}
        value={known && <Amount of={known.notDeployed} />}
        caption={known?.ofSold}
        {...besideOf('notDeployed')}
        onAbout={() => explain('totalNotDeployed')}
        strong
      />
      <Figure
        label={names.totalUtilization}
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
        label={names.customers}
        value={known && <Amount of={known.customers} />}
        caption={known?.withoutSold}
        {...besideOf('customers')}
        onAbout={() => explain('customers')}
      />
    </FigureStrip>
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
      soldTo: customersWithoutSold > 0 ? t.soldTo({ customers: buyers }) : null,
      deployed: count(totals.licensesDeployed),
      customersOver: customersOver > 0 && (
        <CaptionButton
          caption={t.customersOver({ customers: customersOver })}
          nameOf={t.showOver}
          customers={{ ...OVER, count: customersOver }}
        />
      ),
      notDeployed: count(left),
      ofSold:
        left < 0 ? (
          <strong className={styles.over}>{t.overDeployed}</strong>
        ) : (
          used !== null && t.ofSold({ share: format.percent(1 - used) })
        ),
      utilization: share,
      hasWordsBeside: used !== null && lengthOf(share.text) <= SHORT,
      customers: count(customers),
      withoutSold: customersWithoutSold > 0 && (
        <CaptionButton
          caption={t.withoutSold({ customers: format.count(customersWithoutSold) })}
          nameOf={t.showWithoutSold}
          customers={{ ...WITHOUT_SOLD, count: customersWithoutSold }}
        />
      ),
    };
  }
}
