/** Results by what was asked, made when they are first asked for. */
type KeptResults<V> = { readonly get: (key: string, make: () => V) => V };

/** Results of several kinds within one number of bytes; where it is exceeded, what was used longest ago goes. */
type Budget = {
  /** A store that shares the budget. */
  readonly store: <V>(bytesOf: (value: V) => number) => KeptResults<V>;
  /**
   * A new question begins. What one question uses stays until the next, however large: that one is mostly about the
   * same.
   */
  readonly nextQuestion: () => void;
  /** Drops everything. */
  readonly forget: () => void;
  readonly bytesHeld: () => number;
};

type Entry = { readonly bytes: number; usedIn: number; readonly drop: () => void };

/** @param limit in bytes */
export function createBudget(limit: number): Budget {
  // In the order they were last used.
  const entries = new Set<Entry>();
  let question = 0;
  let held = 0;

  function touch(entry: Entry): void {
    entries.delete(entry);
    entries.add(entry);
    entry.usedIn = question;
  }

  function drop(entry: Entry): void {
    entries.delete(entry);
    held -= entry.bytes;
    entry.drop();
  }

  function makeRoom(): void {
    for (const entry of entries) {
      if (held <= limit || entry.usedIn === question) return;
      drop(entry);
    }
  }

  return {
    store<V>(bytesOf: (value: V) => number): KeptResults<V> {
      const results = new Map<string, { readonly value: V; readonly entry: Entry }>();
      return {
        get(key, make) {
          const known = results.get(key);
          if (known !== undefined) {
            touch(known.entry);
            return known.value;
          }
          const value = make();
          const entry: Entry = {
            bytes: bytesOf(value) + 2 * key.length,
            usedIn: question,
            drop: () => {
              results.delete(key);
            },
          };
          results.set(key, { value, entry });
          held += entry.bytes;
          touch(entry);
          makeRoom();
          return value;
        },
      };
    },
    nextQuestion() {
      question += 1;
    },
    forget() {
      for (const entry of entries) drop(entry);
    },
    bytesHeld: () => held,
  };
}
