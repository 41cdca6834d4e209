import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ComponentProps, ReactNode } from 'react';
import { notDeployed, utilization } from '#engine/totals.ts';
import { useFigureChanges } from '#query/use-comparison.ts';
import { useCustomerIdle } from '#query/use-customer-idle.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { figureTexts } from '#ui/figure-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useExplain } from '#view/use-explain.ts';
import { useView } from '#view/use-view.ts';
import { Amount } from './amount.tsx';
import { customerTexts } from './customer-texts.ts';
import type { FigureName } from './figure-change.tsx';
import { FigureStrip } from './figure-strip.tsx';
import { Figure } from './figure.tsx';
import { fitted, type Fitted } from './fitting.ts';
import { texts } from './texts.ts';
import { UtilizationBar } from './utilization-bar.tsx';

const useStyles = makeStyles({
  over: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  change: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  failed: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** The figures of the one customer that a view is about; they count no other customer. */
export function CustomerFigures({
  changeOf,
}: {
  /** Gives what stands beside a figure where the view is compared; undefined where it is not. */
  readonly changeOf: ((figure: FigureName) => ReactNode) | undefined;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const own = useTexts(customerTexts);
  const figures = useTexts(figureTexts);
  const names = useTexts(fieldTexts);
  const format = useFormat();
  const { view } = useView();
  const explain = useExplain();
  const { data, isPrevious, error } = useLicenseDeployment(view);
  const { idle, short, before } = useCustomerIdle(view);
  const { isNone } = useFigureChanges(view);

  if (data === undefined && error !== null) return <p className={styles.failed}>{t.failed}</p>;

  const count = (value: number): Fitted => fitted(format.count(value), format.compact(value));
  const totals = data?.totals;
  const left = totals && notDeployed(totals);
  const used = totals && utilization(totals);
  const known = {
    sold: totals && count(totals.licensesSold),
    deployed: totals && count(totals.licensesDeployed),
    notDeployed: left === undefined ? undefined : count(left),
    utilization: used === undefined ? undefined : fitted(format.percent(used), format.compactPercent(used)),
    idle: idle === null ? undefined : count(idle),
  };
  const amount = (of: Fitted | undefined) => of && <Amount of={of} />;
  return (
    <FigureStrip
      plain={[known.sold, known.deployed, known.idle]}
      strong={[known.notDeployed, known.utilization]}
      isBusy={data === undefined || isPrevious}
      isPrevious={isPrevious}
    >
      <Figure
        label={figures.totalSold}
        value={amount(known.sold)}
        caption={null}
        {...besideOf('sold')}
        onAbout={() => explain('totalSold')}
      />
      <Figure
        label={figures.totalDeployed}
        value={amount(known.deployed)}
        caption={null}
        {...besideOf('deployed')}
        onAbout={() => explain('totalDeployed')}
      />
      <Figure
        label={figures.totalNotDeployed}
        value={amount(known.notDeployed)}
        caption={captionOfLeft()}
        {...besideOf('notDeployed')}
        onAbout={() => explain('totalNotDeployed')}
        strong
      />
      <Figure
        label={figures.totalUtilization}
        value={amount(known.utilization)}
        caption={totals && <UtilizationBar totals={totals} />}
        {...besideOf('utilization')}
        onAbout={() => explain('totalUtilization')}
        strong
      />
      <Figure
        label={names.idle}
        onAbout={() => explain('idle')}
        value={amount(known.idle)}
        caption={short !== null && short > 0 ? own.short({ licenses: format.count(short) }) : null}
        {...(view.compare === null
          ? {}
          : {
              change:
                idle !== null && before !== null && !isNone ? (
                  <bdi className={styles.change}>{format.change(idle - before)}</bdi>
                ) : null,
            })}
      />
    </FigureStrip>
  );

  function besideOf(name: FigureName): Pick<ComponentProps<typeof Figure>, 'change'> {
    return changeOf === undefined ? {} : { change: changeOf(name) };
  }

  function captionOfLeft() {
    if (left === undefined) return null;
    if (left < 0) return <strong className={styles.over}>{t.overDeployed}</strong>;
    return used == null ? null : t.ofSold({ share: format.percent(1 - used) });
  }
}
