import { useState } from 'react';
import type { Separator } from '#partner-center/csv.ts';

const KEY = 'license-lens.csv-separator';

/** Those there are to choose from. */
export const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

function remembered(): Separator {
  try {
    const text = localStorage.getItem(KEY);
    return SEPARATORS.find((separator) => separator === text) ?? ',';
  } catch {
    // Storage that the browser refuses remembers nothing.
    return ',';
  }
}

/** What stands between the columns of a CSV file: as the person chose last in this browser, else a comma. */
export function useSeparator(): readonly [separator: Separator, choose: (separator: Separator) => void] {
  const [separator, setSeparator] = useState(remembered);
  return [
    separator,
    (chosen) => {
      setSeparator(chosen);
      try {
        localStorage.setItem(KEY, chosen);
      } catch {
        // It holds as long as the page is open.
      }
    },
  ];
}
