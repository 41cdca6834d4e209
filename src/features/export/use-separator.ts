import { useState } from 'react';
import type { Separator } from '#partner-center/csv.ts';
import { localEntry, setLocalEntry } from '#view/local-entry.ts';

const KEY = 'license-lens.csv-separator';

/** The separators that a person can choose from. */
export const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

function remembered(): Separator {
  const text = localEntry(KEY);
  return SEPARATORS.find((separator) => separator === text) ?? ',';
}

/** The separator between the columns of a CSV file: the person's last choice in this browser, otherwise a comma. */
export function useSeparator(): readonly [separator: Separator, choose: (separator: Separator) => void] {
  const [separator, setSeparator] = useState(remembered);
  return [
    separator,
    (chosen) => {
      setSeparator(chosen);
      // Where the choice can't be remembered, it lasts as long as the page is open.
      setLocalEntry(KEY, chosen);
    },
  ];
}
