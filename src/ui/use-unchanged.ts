import { useState } from 'react';

/**
 * A value that stays the same object as long as its content does not change. The parts of a view are new objects with
 * every view, and it is costly to make things from them again. It is for values that JSON can write.
 */
export function useUnchanged<T>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
