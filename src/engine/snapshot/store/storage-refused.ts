const SENTENCES = {
  off: 'Keeping snapshots in this browser is switched off.',
  full: 'This browser has no room left to keep the snapshot.',
  unavailable: 'This browser does not let the page keep anything.',
  failed: 'This could not be done. Try again; if it stays, reload the page.',
  'not-deleted':
    'The browser did not confirm that the kept snapshots are gone. Try again, or clear this site’s data in the browser’s settings.',
} as const;

/** Why nothing was stored, or not deleted. */
export type Refusal = keyof typeof SENTENCES;

/** The browser's storage did not do what it was asked. `message` is a sentence for the person. */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused';
  readonly reason: Refusal;

  constructor(reason: Refusal, cause?: unknown) {
    super(SENTENCES[reason], { cause });
    this.reason = reason;
  }
}

/** What went wrong in the browser's storage, as a `StorageRefused`. */
export function refusalOf(cause: unknown): StorageRefused {
  if (cause instanceof StorageRefused) return cause;
  const isFull = cause instanceof Error && cause.name === 'QuotaExceededError';
  return new StorageRefused(isFull ? 'full' : 'unavailable', cause);
}
