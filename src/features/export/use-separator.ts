import { useState } from 'react';
import type { Separator } from '#partner-center/csv.ts';
import { localEntry, setLocalEntry } from '#view/local-entry.ts';

const KEY = 'license-lens.csv-separator';

/** Those there are to choose from. */
export const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

function remembered(): Separator {
  const text = localEntry(KEY);
  return SEPARATORS.find((separator) => separator === text) ?? ',';
}

/** What stands between the columns of a CSV file: as the person chose last in this browser, else a comma. */
export function useSeparator(): readonly [separator: Separator, choose: (separator: Separator) => void] {
  const [separator, setSeparator] = useState(remembered);
  return [
    separator,
    (chosen) => {
      setSeparator(chosen);
      // Where it can't be remembered, it holds as long as the page is open.
      setLocalEntry(KEY, chosen);
    },
  ];
}
