import { Button } from '#ui/button.tsx';
import { MoneyRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useState } from 'react';
import { idleValueOf } from '#engine/totals.ts';
import { createPart, prefetch } from '#query/part.ts';
import { usePriceList } from '#query/prices.ts';
import { useIdleValue } from '#query/use-idle-value.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useMoney } from '#ui/money.ts';
import { writtenPricedShare } from '#ui/priced-share.ts';
import { PRICE_UNITS, type PriceList } from '#view/prices.ts';
import { useView } from '#view/use-view.ts';
import { buttonTexts } from './button-texts.ts';

// The code behind the button is needed in few visits.
const dialog = createPart(() => import('./prices-dialog.tsx'));
const prefetchDialog = (): void => prefetch(dialog);

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'end',
    columnGap: '0.75rem',
    rowGap: '0.25rem',
    minBlockSize: '2rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  figure: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '0.75rem',
    marginInlineEnd: 'auto',
    fontVariantNumeric: 'tabular-nums',
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  previous: { opacity: 0.5 },
});

/** The value of the view's idle licenses, where the person has prices; otherwise the one offer to set prices. */
export function IdleValue() {
  const styles = useStyles();
  const t = useTexts(buttonTexts);
  const prices = usePriceList();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.root}>
      {prices == null ? <span data-screen>{prices === null && t.offer}</span> : <Figure prices={prices} />}
      <Button
        size="small"
        appearance="subtle"
        icon={<MoneyRegular />}
        onPointerEnter={prefetchDialog}
        onFocus={prefetchDialog}
        onClick={() => {
          prefetchDialog();
          setIsOpen(true);
        }}
      >
        {t.prices}
      </Button>
      {isOpen && prices !== undefined && (
        <FetchedPart part={dialog}>
          {({ PricesDialog }) => <PricesDialog current={prices} onClose={() => setIsOpen(false)} />}
        </FetchedPart>
      )}
    </div>
  );
}

function Figure({ prices }: { readonly prices: PriceList }) {
  const styles = useStyles();
  const t = useTexts(buttonTexts);
  const format = useFormat();
  const money = useMoney(prices.currency);
  const id = useId();
  const { view } = useView();
  const { data, isPrevious, error } = useIdleValue(view, prices);
  const totals = data?.totals;
  const value = totals == null ? null : idleValueOf(totals);
  return (
    <div
      role="group"
      aria-labelledby={id}
      aria-busy={(data === undefined && error === null) || isPrevious}
      className={mergeClasses(styles.figure, isPrevious && styles.previous)}
    >
      <span id={id} className={styles.label}>
        {t.idleValue}
      </span>
      <span className={styles.value}>
        {value === null ? '—' : t.month({ money: money.round(value / PRICE_UNITS) })}
      </span>
      <span>{said()}</span>
    </div>
  );

  function said(): string {
    if (data === undefined) return error === null ? '' : t.failed;
    if (totals == null) return t.needsEverything;
    const { idle = 0 } = totals;
    if (idle === 0) return t.nothingIdle;
    return t.priced({ percent: writtenPricedShare(totals, format), idle: format.count(idle) });
  }
}
