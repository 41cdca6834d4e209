import type { Totals } from '#engine/engine.ts';
import { PAIR } from '#engine/engine.ts';
import type { Prices } from '#view/prices.ts';
import type { View } from '#view/view.ts';
import type { Asking, ScopeView } from './asking.ts';
import { useAnswer, useAnswering, type Asked } from './use-license-deployment.ts';

/** The value of a view's idle licenses, in the sums of all its rows; null where not all rows were read. */
export type IdleValue = { readonly totals: Totals | null };

/**
 * The value of idle licenses takes every pair of customer and product. A loaded snapshot has them all. From the service
 * they are read unasked only where one response has them all.
 */
export function useIdleValue(view: ScopeView & Pick<View, 'spare'>, prices: Prices | null): Asked<IdleValue> {
  const toAnswer = useAnswering(view, view.filter);
  const { spare } = view;
  const asking: Asking<IdleValue> = {
    question: ['idleValue', spare, prices?.id ?? null],
    async ask({ engine, name, rows, snapshot }, options) {
      if (name === 'snapshot') {
        const { totals } = await engine.totals(rows, snapshot, { spare, prices }, options);
        return { totals };
      }
      const first = { groupby: PAIR, spare, prices, sort: [], offset: 0, limit: 1, readAll: false };
      const { totals } = await engine.page(rows, snapshot, first, options);
      return { totals };
    },
  };
  return useAnswer(prices === null ? { answering: null, isComing: false } : toAnswer, asking);
}

/** A product of the report with its licenses. */
export type ReportProduct = {
  readonly id: string;
  readonly name: string | null;
  readonly sold: number;
  /** null where only the loaded rows can tell. */
  readonly idle: number | null;
};

/** There are never so many products, so all of them are named. */
const EVERY_PRODUCT = 1_000_000;

/**
 * Every product of the snapshot, whatever the view's filter leaves out: most idle licenses first, or most sold where
 * idle licenses are not known.
 */
export function useReportProducts(view: ScopeView & Pick<View, 'spare'>): Asked<readonly ReportProduct[]> {
  const whole = { ...view, filter: null, search: '' };
  const { spare } = view;
  return useAnswer(useAnswering(whole, null), {
    question: ['reportProducts', spare],
    async ask({ engine, name, rows, snapshot }, options) {
      const isLoaded = name === 'snapshot';
      const { top } = await engine.groups(
        rows,
        snapshot,
        {
          by: ['productId'],
          label: 'productName',
          ...(isLoaded ? { spare } : {}),
          rankBy: isLoaded ? 'idle' : 'licensesSold',
          top: EVERY_PRODUCT,
        },
        options,
      );
      return top.flatMap(
        ({ key: [id = null], label = null, licensesSold, idle = null }): readonly ReportProduct[] =>
          id === null ? [] : [{ id, name: label, sold: licensesSold, idle }],
      );
    },
  });
}
