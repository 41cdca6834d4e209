import { useCallback, useMemo, useState } from 'react';
import type { GroupedView } from '#view/view.ts';
import { layoutKey, parseLayout, type ColumnLayout } from './column-layout.ts';

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser may keep its storage from a page.
    return null;
  }
}

function store(key: string, layout: ColumnLayout): void {
  try {
    const { order, hidden, shown = [], widths, isFirstPinned } = layout;
    const changes = order.length + hidden.length + shown.length + Object.keys(widths).length;
    if (changes === 0 && isFirstPinned === undefined) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify(layout));
    }
  } catch {
    // Not remembered then; it holds as long as the page is open.
  }
}

/** The layout of a view's columns, and how to change it: remembered in this browser, for each grouping its own. */
export function useColumnLayout(
  view: GroupedView,
): readonly [layout: ColumnLayout, change: (layout: ColumnLayout) => void] {
  const key = layoutKey(view);
  const [changed, setChanged] = useState<ReadonlyMap<string, ColumnLayout>>(new Map());
  const stored = useMemo(() => parseLayout(readStored(key)), [key]);
  const change = useCallback(
    (layout: ColumnLayout) => {
      setChanged((current) => new Map(current).set(key, layout));
      store(key, layout);
    },
    [key],
  );
  return [changed.get(key) ?? stored, change];
}
