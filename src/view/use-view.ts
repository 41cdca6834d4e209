import { useQueryStates } from 'nuqs';
import {
  createContext,
  createElement,
  use,
  useCallback,
  useEffect,
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
   * For what takes a person several steps and is one act to them, such as typing a word: one and the same object with
   * each step. The first step adds a history entry and the others change it, as long as no other entry was added or
   * gone to between them.
   */
  readonly act?: object;
};

export type CurrentView = {
  /** What the address asks for. The same object as long as the address says the same. */
  readonly view: View;
  /** What in the address does not apply, to be said to the person; gone with the next `show`. */
  readonly problems: readonly AddressProblem[];
  /**
   * Makes the address that of another view, as soon as what the page needs for it is there (see `Prepare`). Where the
   * next view follows from the current one at a later time (a timer, a promise), give a function: it gets the view
   * current then, and what it returns is shown at once. Asking for what the address already says makes no history
   * entry. The function's identity is stable.
   */
  readonly show: (next: View | ((current: View) => View), options?: ShowOptions) => void;
  /** The address of a view on this page, for links; see `hrefOf`. */
  readonly hrefOf: (view: View) => string;
};

/**
 * Called with each view that is to be shown. It is not shown before the promise settles, but soon in any case: an
 * answer that comes fast is drawn with its view, once, not after everything was drawn as waiting for it. null: there is
 * nothing to wait for.
 */
export type Prepare = (next: View) => Promise<unknown> | null;

/** Milliseconds. What comes within so long after an event is felt to come with it (the RAIL model of performance). */
const FELT_AS_AT_ONCE = 100;

/**
 * What a person does next: it has to find the page as they asked for it before. `beforeinput` is for characters that
 * come without a key, as from dictation. Not `input`: what was typed by then would be written over.
 */
const NEXT_EVENTS = ['pointerdown', 'click', 'keydown', 'beforeinput'] as const;

const nothingToPrepare: Prepare = () => null;

const ViewContext = createContext<CurrentView | null>(null);

/**
 * Reads the address bar for all who use its view. Has to be within nuqs' `NuqsAdapter`. Once for all of them: nuqs has
 * everyone who reads the address drawn again when it has written it, a while after the view has changed.
 */
export function ViewProvider({
  prepare,
  children,
}: {
  /** Stable. */
  readonly prepare?: Prepare;
  readonly children: ReactNode;
}): ReactNode {
  return createElement(ViewContext, { value: useAddress(prepare) }, children);
}

/** Has the parts below it look at a view of their own, such as that of one customer; what they show is shown as ever. */
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
  // By text, not by the identity of `values`: nuqs makes new lists for every update of any parameter.
  const address = useMemo(() => printValues(values), [values]);
  const { view, problems } = useMemo(() => parseView(address), [address]);

  useEffect(writeAddressForLinks, []);

  /** Shows the view that is waited for. */
  const waiting = useRef<(() => void) | null>(null);
  /** The act that made the history entry the page is at. */
  const actOfEntry = useRef<object | null>(null);
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
        // The promise is that of the address bar being written, up to some 50 ms later; the view is there at once.
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
      const prepared = typeof next === 'function' ? null : prepare(next);
      if (prepared === null) {
        write();
        return;
      }
      waiting.current = write;
      // Drawn here and now: React would wait for its next turn, and draw then.
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
 * Writes the address bar's query in the form of `printParameters`, the same parameters with the same texts: who copies
 * a link from there has one that no program cuts off. nuqs leaves punctuation as it is, and so do people.
 */
function writeAddressForLinks(): void {
  const url = new URL(window.location.href);
  url.search = printParameters(url.searchParams);
  if (url.href !== window.location.href) window.history.replaceState(window.history.state, '', url);
}

/**
 * The address of a view on this page: path and canonical query, without parameters of others. The path is in it
 * since an empty query alone would mean the current one.
 */
export function hrefOf(view: View): string {
  const query = printView(view);
  return query === '' ? window.location.pathname : `${window.location.pathname}?${query}`;
}
