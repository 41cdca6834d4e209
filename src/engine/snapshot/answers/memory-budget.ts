/** Results by what was asked, made when they are first asked for. */
type KeptResults<V> = { readonly get: (key: string, make: () => V) => V };

/** Results of several kinds about one table. The bytes they may take are shared with other tables. */
export type Budget = {
  /** A store that shares the budget. */
  readonly store: <V>(bytesOf: (value: V) => number) => KeptResults<V>;
  /**
   * A new question begins. What one question uses stays until the next, however large: that one is mostly about the
   * same.
   */
  readonly nextQuestion: () => void;
  /** Drops every result about this table. */
  readonly forget: () => void;
  /** Bytes that the results about this table hold. */
  readonly bytesHeld: () => number;
};

/** One number of bytes for all tables; where it is exceeded, what was used longest ago goes, whichever table it is of. */
export type SharedBudget = { readonly ofTable: () => Budget };

type Entry = { readonly bytes: number; usedIn: number; readonly drop: () => void };

// Results may take so many bytes for each row of the tables, and so many however small the tables are.
const KEPT_BYTES_PER_ROW = 16;
const KEPT_BYTES_AT_LEAST = 4 * 2 ** 20;
// Two snapshots of a million rows stay below this, with their indexes and with what is kept of their answers.
const BYTES_OF_ALL = 100_000_000;

/**
 * How many bytes results may take.
 *
 * @param rows of all tables
 * @param bytesBeside what the tables take without their results
 */
export function bytesToKeep(rows: number, bytesBeside: number): number {
  const left = Math.min(KEPT_BYTES_PER_ROW * rows, BYTES_OF_ALL - bytesBeside);
  return Math.max(KEPT_BYTES_AT_LEAST, left);
}

/**
 * A budget without results.
 *
 * @param limit the bytes that all results may take, as things stand now
 */
export function createSharedBudget(limit: () => number): SharedBudget {
  // In the order they were last used.
  const entries = new Set<Entry>();
  let question = 0;
  let heldByAll = 0;

  function touch(entry: Entry): void {
    entries.delete(entry);
    entries.add(entry);
    entry.usedIn = question;
  }

  function drop(entry: Entry): void {
    entries.delete(entry);
    heldByAll -= entry.bytes;
    entry.drop();
  }

  function makeRoom(): void {
    const most = limit();
    for (const entry of entries) {
      if (heldByAll <= most || entry.usedIn === question) return;
      drop(entry);
    }
  }

  function ofTable(): Budget {
    const own = new Set<Entry>();
    let held = 0;
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
            const bytes = bytesOf(value) + 2 * key.length;
            const entry: Entry = {
              bytes,
              usedIn: question,
              drop: () => {
                results.delete(key);
                own.delete(entry);
                held -= bytes;
              },
            };
            results.set(key, { value, entry });
            own.add(entry);
            held += bytes;
            heldByAll += bytes;
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
        for (const entry of own) drop(entry);
      },
      bytesHeld: () => held,
    };
  }

  return { ofTable };
}
