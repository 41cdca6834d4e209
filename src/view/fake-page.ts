import { act, createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** A hook in use. */
export type InUse<T> = {
  /** What the hook returned when it was last called. */
  readonly now: () => T;
  /** Calls the hook again, as when its component is drawn again; or calls another hook, where one is given. */
  readonly again: (useIt?: () => T) => void;
  readonly leave: () => void;
};

/**
 * The parts of a window that React and hooks need, and the parts that the test adds. It is to be stubbed as `window`.
 */
export function fakeWindow<T extends object>(parts: T): EventTarget & T {
  return Object.assign(new EventTarget(), parts);
}

/**
 * Uses a hook on a page of its own, which has no elements. The hook's effects run, as on a real page. `window` has to
 * be a `fakeWindow`. Code that changes the hook's state later has to run within React's `act`. For tests.
 *
 * @param around wraps the component that calls the hook
 */
export function inUse<T>(
  useFirst: () => T,
  around: (hook: ReactNode) => ReactNode = (hook) => hook,
): InUse<T> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const root = createRoot(elementForNothing());
  let use = useFirst;
  let last: { readonly value: T } | undefined;
  function Hook(): null {
    last = { value: use() };
    return null;
  }
  const again = (next: () => T = use): void => {
    use = next;
    act(() => root.render(around(createElement(Hook))));
  };
  again();
  return {
    now() {
      if (last === undefined) throw new Error('The hook was not called.');
      return last.value;
    },
    again,
    leave: () => act(() => root.unmount()),
  };
}

/** The parts of an element that React needs for a root in which nothing is drawn. */
function elementForNothing(): Element {
  const addEventListener = () => undefined;
  const defaultView = { HTMLIFrameElement: EventTarget };
  const element: unknown = {
    nodeType: 1,
    tagName: 'DIV',
    namespaceURI: 'http://www.w3.org/1999/xhtml',
    textContent: '',
    addEventListener,
    ownerDocument: { nodeType: 9, activeElement: null, defaultView, addEventListener },
  };
  return element as Element;
}
