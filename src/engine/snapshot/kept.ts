/** A number of bytes that several stores of results share; where it is exceeded, what was used longest ago goes. */
export type Budget = { readonly bytesHeld: () => number };

/** Results by what was asked, made when they are first asked for. */
export type KeptResults<V> = { readonly get: (key: string, make: () => V) => V };

type Entry = { readonly bytes: number; readonly drop: () => void };

/**
 * Results within a budget of bytes. The one asked for last always stays, however large: the next question is mostly
 * about the same.
 *
 * @returns the budget, and what makes a store that shares it, given the bytes of its results
 */
export function createBudget(
  limit: number,
): Budget & { readonly store: <V>(bytesOf: (value: V) => number) => KeptResults<V> } {
  // In the order they were last used.
  const entries = new Set<Entry>();
  let held = 0;

  function use(entry: Entry): void {
    entries.delete(entry);
    entries.add(entry);
  }

  function makeRoom(): void {
    for (const entry of entries) {
      if (held <= limit || entries.size === 1) return;
      entries.delete(entry);
      held -= entry.bytes;
      entry.drop();
    }
  }

  return {
    bytesHeld: () => held,
    store: <V>(bytesOf: (value: V) => number): KeptResults<V> => {
      const results = new Map<string, { readonly value: V; readonly entry: Entry }>();
      return {
        get(key, make) {
          const known = results.get(key);
          if (known !== undefined) {
            use(known.entry);
            return known.value;
          }
          const value = make();
          const entry = {
            bytes: bytesOf(value) + 2 * key.length,
            drop: () => {
              results.delete(key);
            },
          };
          results.set(key, { value, entry });
          held += entry.bytes;
          use(entry);
          makeRoom();
          return value;
        },
      };
    },
  };
}
