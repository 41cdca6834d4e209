import { useCallback, useMemo, useState } from 'react';
import { localEntry, setLocalEntry } from '#view/local-entry.ts';
import type { GroupedView } from '#view/view.ts';
import { layoutKey, parseLayout, type ColumnLayout } from './column-layout.ts';

function store(key: string, layout: ColumnLayout): void {
  const { order, hidden, shown = [], widths, isFirstPinned } = layout;
  const changes = order.length + hidden.length + shown.length + Object.keys(widths).length;
  const isUsual = changes === 0 && isFirstPinned === undefined;
  // Where the layout can't be remembered, it lasts as long as the page is open.
  setLocalEntry(key, isUsual ? null : JSON.stringify(layout));
}

/** The layout of a view's columns, and how to change it. This browser remembers one for each grouping. */
export function useColumnLayout(
  view: GroupedView,
): readonly [layout: ColumnLayout, change: (layout: ColumnLayout) => void] {
  const key = layoutKey(view);
  const [changed, setChanged] = useState<ReadonlyMap<string, ColumnLayout>>(new Map());
  const stored = useMemo(() => parseLayout(localEntry(key)), [key]);
  const change = useCallback(
    (layout: ColumnLayout) => {
      setChanged((current) => new Map(current).set(key, layout));
      store(key, layout);
    },
    [key],
  );
  return [changed.get(key) ?? stored, change];
}
