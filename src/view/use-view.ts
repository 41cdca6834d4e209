import { useQueryStates } from 'nuqs';
import {
  createContext,
  createElement,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import {
  type AddressProblem,
  addressParsers,
  parseView,
  printParameters,
  printValues,
  printView,
  valuesOf,
  viewOf,
} from './address.ts';
import type { View } from './view.ts';

type ShowOptions = {
  /** `push`, the default, adds a history entry; `replace` changes the current one. */
  readonly history?: 'push' | 'replace';
  /**
   * An object that marks several steps as one act of the person, such as typing a word: each step gives the same
   * object. The first step adds a history entry. The others change that entry, as long as the person has not come to
   * another entry in between.
   */
  readonly act?: object;
};

export type CurrentView = {
  /** The view that the address asks for. It is the same object as long as the address says the same. */
  readonly view: View;
  /** The parts of the address that do not apply, to be told to the person. They are gone after the next `show`. */
  readonly problems: readonly AddressProblem[];
  /**
   * Makes the address that of another view, as soon as what the page needs for it is there (see `Prepare`). A caller
   * that runs later (a timer, a promise) gives a function where its next view follows from the current one: the
   * function gets the view current then, and what it returns is shown at once. A view that the address already says
   * makes no history entry. The function's identity is stable.
   */
  readonly show: (next: View | ((current: View) => View), options?: ShowOptions) => void;
  /** The address of a view on this page, for links; see `hrefOf`. */
  readonly hrefOf: (view: View) => string;
};

/**
 * Is called with each view that is to be shown, and with the present one. The view is shown when the promise settles, or after a short time in
 * any case. So an answer that comes fast is drawn once, together with its view, and the page is not drawn without it
 * before. null where there is nothing to wait for.
 */
export type Prepare = (next: View, current: View) => Promise<unknown> | null;

/**
 * In milliseconds. A person feels that what comes within this time after an event comes with it (the RAIL model of
 * performance).
 */
const FELT_AS_AT_ONCE = 100;

/**
 * Events by which a person does the next thing: the page has to show by then what they asked for before. `beforeinput`
 * stands for characters that come without a key, as from dictation. `input` would be too late: the text that was typed
 * by then would be overwritten.
 */
const NEXT_EVENTS = ['pointerdown', 'click', 'keydown', 'beforeinput'] as const;

const nothingToPrepare: Prepare = () => null;

const ViewContext = createContext<CurrentView | null>(null);

/**
 * Reads the address bar for all parts that use its view. It has to be within nuqs' `NuqsAdapter`. One provider does it
 * for all of them: nuqs draws each reader of the address again when it has written the address, some time after the
 * view has changed.
 */
export function ViewProvider({
  prepare,
  children,
}: {
  /** The function has to be stable. */
  readonly prepare?: Prepare;
  readonly children: ReactNode;
}): ReactNode {
  return createElement(ViewContext, { value: useAddress(prepare) }, children);
}

/** Gives the parts below it a view of their own, such as that of one customer. Their `show` works as usual. */
export const ViewScope = ViewContext;

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

function useAddress(prepare: Prepare = nothingToPrepare): CurrentView {
  const [values, setValues] = useQueryStates(addressParsers);
  // The comparison is by text, not by the identity of `values`: nuqs makes new lists for every update of any parameter.
  const address = useMemo(() => printValues(values), [values]);
  const { view, problems } = useMemo(() => parseView(address), [address]);

  useEffect(writeAddressForLinks, []);

  /** The function that shows the view that waits for its answers. */
  const waiting = useRef<(() => void) | null>(null);
  /** The act that made the present history entry. */
  const actOfEntry = useRef<object | null>(null);
  const viewNow = useRef(view);
  useLayoutEffect(() => {
    viewNow.current = view;
  });
  useEffect(() => {
    const showNow = (): void => {
      const shows = waiting.current;
      if (shows !== null) flushSync(shows);
    };
    const leave = (): void => {
      waiting.current = null;
      actOfEntry.current = null;
    };
    for (const event of NEXT_EVENTS) window.addEventListener(event, showNow, { capture: true });
    window.addEventListener('popstate', leave);
    return () => {
      leave();
      for (const event of NEXT_EVENTS) window.removeEventListener(event, showNow, { capture: true });
      window.removeEventListener('popstate', leave);
    };
  }, []);

  const show = useCallback(
    (next: View | ((current: View) => View), { history = 'push', act }: ShowOptions = {}): void => {
      const write = (): void => {
        waiting.current = null;
        const goesOn = act !== undefined && act === actOfEntry.current;
        const added = goesOn ? 'replace' : history;
        // The promise tells that the address bar is written, which is up to some 50 ms later; the view is there at
        // once.
        void setValues(
          (current) => {
            const nextValues = valuesOf(typeof next === 'function' ? next(viewOf(current).view) : next);
            if (printValues(nextValues) === printValues(current)) return {};
            if (added === 'push') actOfEntry.current = act ?? null;
            return nextValues;
          },
          { history: added },
        ).then(writeAddressForLinks);
      };
      waiting.current?.();
      const prepared = typeof next === 'function' ? null : prepare(next, viewNow.current);
      if (prepared === null) {
        write();
        return;
      }
      waiting.current = write;
      // The view is drawn here and now: React would otherwise wait for its next turn.
      const writeIfAwaited = (): void => {
        if (waiting.current === write) flushSync(write);
      };
      void prepared.then(writeIfAwaited, writeIfAwaited);
      setTimeout(writeIfAwaited, FELT_AS_AT_ONCE);
    },
    [setValues, prepare],
  );

  return useMemo(() => ({ view, problems, show, hrefOf }), [view, problems, show]);
}

/**
 * Writes the address bar's query in the form of `printParameters`, with the same parameters and the same texts. So a
 * person who copies a link from there gets one that no program cuts off. nuqs leaves punctuation unchanged, and so do
 * people who type.
 */
function writeAddressForLinks(): void {
  const url = new URL(window.location.href);
  url.search = printParameters(url.searchParams);
  if (url.href !== window.location.href) window.history.replaceState(window.history.state, '', url);
}

/**
 * The address of a view on this page: path and canonical query, without parameters of others. It needs the path,
 * because an empty query alone would mean the current one.
 */
export function hrefOf(view: View): string {
  const query = printView(view);
  return query === '' ? window.location.pathname : `${window.location.pathname}?${query}`;
}
