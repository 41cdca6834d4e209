/** Why nothing was stored, or not deleted. */
export type Refusal = 'off' | 'full' | 'unavailable' | 'failed' | 'not-deleted';

/** The browser's storage did not do what it was asked. */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused';
  readonly reason: Refusal;

  constructor(reason: Refusal, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** What went wrong in the browser's storage, as a `StorageRefused`. */
export function refusalOf(cause: unknown): StorageRefused {
  if (cause instanceof StorageRefused) return cause;
  const isFull = cause instanceof Error && cause.name === 'QuotaExceededError';
  return new StorageRefused(isFull ? 'full' : 'unavailable', cause);
}
