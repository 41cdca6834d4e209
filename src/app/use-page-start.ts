import { useLayoutEffect, useRef, type RefObject } from 'react';
import { returnToPlaceLeft } from '#ui/kept-place.ts';
import { useView } from '#view/use-view.ts';
import { isOtherPage } from '#view/view.ts';

/**
 * Makes another view begin as another page does: at its top, with its heading read out. A view to which a person returns
 * is scrolled to where they left it.
 */
export function usePageStart(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { view } = useView();
  const before = useRef(view);
  useLayoutEffect(() => {
    const isOther = isOtherPage(before.current, view);
    before.current = view;
    if (!isOther || returnToPlaceLeft()) return;
    // Both make the browser lay out the page, which is drawn first, the rows too.
    queueMicrotask(() => {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    });
  }, [view]);
  return heading;
}
