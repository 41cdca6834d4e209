import { localEntry, setLocalEntry } from '#view/local-entry.ts';

/** The hints, in the order in which they are shown. */
export const HINTS = ['bars', 'link', 'commands'] as const;
export type Hint = (typeof HINTS)[number];

const STORAGE_KEY = 'license-lens.hints';

const dismissedHints = (): readonly string[] => (localEntry(STORAGE_KEY) ?? '').split(',');

/** The first hint that the person has not dismissed; null where there is none. */
export function nextHint(): Hint | null {
  const dismissed = dismissedHints();
  return HINTS.find((hint) => !dismissed.includes(hint)) ?? null;
}

/** Dismisses a hint for as long as this browser remembers it. */
export function dismissHint(hint: Hint): void {
  const dismissed = HINTS.filter((each) => each === hint || dismissedHints().includes(each));
  setLocalEntry(STORAGE_KEY, dismissed.join(','));
}
