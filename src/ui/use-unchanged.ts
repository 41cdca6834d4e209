import { useState } from 'react';

/**
 * A value, the very object it was for as long as it says the same: a view's parts are new objects with every view,
 * and what is made from them is costly. For what JSON can write.
 */
export function useUnchanged<T>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
