import { useEffect } from 'react';
import { unfinished } from './busy.ts';

/** Counts the page as unfinished while `isUnfinished` is true, and the component is there. */
export function useUnfinished(isUnfinished: boolean): void {
  useEffect(() => {
    if (!isUnfinished) return undefined;
    let end: () => void = () => undefined;
    void unfinished(
      new Promise<null>((resolve) => {
        end = () => resolve(null);
      }),
    );
    return () => end();
  }, [isUnfinished]);
}
