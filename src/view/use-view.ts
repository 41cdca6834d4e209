import { useQueryStates } from 'nuqs';
import { createContext, createElement, use, useCallback, useMemo, type ReactNode } from 'react';
import {
  type AddressProblem,
  addressParsers,
  parseView,
  printValues,
  printView,
  valuesOf,
  viewOf,
} from './address.ts';
import type { View } from './view.ts';

type ShowOptions = {
  /** `push`, the default, adds a history entry; `replace` changes the current one, as for the second key typed. */
  readonly history?: 'push' | 'replace';
};

export type CurrentView = {
  /** What the address asks for. The same object as long as the address says the same. */
  readonly view: View;
  /** What in the address does not apply, to be said to the person; gone with the next `show`. */
  readonly problems: readonly AddressProblem[];
  /**
   * Makes the address that of another view. Where the next view follows from the current one at a later time
   * (a timer, a promise), give a function: it gets the view current then. Asking for what the address already
   * says makes no history entry. The function's identity is stable.
   */
  readonly show: (next: View | ((current: View) => View), options?: ShowOptions) => void;
  /** The address of a view on this page, for links; see `hrefOf`. */
  readonly hrefOf: (view: View) => string;
};

const ViewContext = createContext<CurrentView | null>(null);

/**
 * Reads the address bar for all who use its view. Has to be within nuqs' `NuqsAdapter`. Once for all of them: nuqs has
 * everyone who reads the address drawn again when it has written it, a while after the view has changed.
 */
export function ViewProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return createElement(ViewContext, { value: useAddress() }, children);
}

/**
 * The view in the address bar.
 *
 * @throws Error outside of a `ViewProvider`
 */
export function useView(): CurrentView {
  const current = use(ViewContext);
  if (current === null) throw new Error('useView has to be within a ViewProvider.');
  return current;
}

function useAddress(): CurrentView {
  const [values, setValues] = useQueryStates(addressParsers, { history: 'push' });
  // By text, not by the identity of `values`: nuqs makes new lists for every update of any parameter.
  const address = useMemo(() => printValues(values), [values]);
  const { view, problems } = useMemo(() => parseView(address), [address]);

  const show = useCallback(
    (next: View | ((current: View) => View), { history = 'push' }: ShowOptions = {}): void => {
      // The promise is that of the address bar being written, up to some 50 ms later; the view is there at once.
      void setValues(
        (current) => {
          const nextValues = valuesOf(typeof next === 'function' ? next(viewOf(current).view) : next);
          return printValues(nextValues) === printValues(current) ? {} : nextValues;
        },
        { history },
      );
    },
    [setValues],
  );

  return useMemo(() => ({ view, problems, show, hrefOf }), [view, problems, show]);
}

/**
 * The address of a view on this page: path and canonical query, without parameters of others. The path is in it
 * since an empty query alone would mean the current one.
 */
export function hrefOf(view: View): string {
  const query = printView(view);
  return query === '' ? window.location.pathname : `${window.location.pathname}?${query}`;
}
