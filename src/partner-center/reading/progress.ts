import type { CallOptions } from '#partner-center/client.ts';

/** How far a reading that needs several responses has come, in rows. */
export type Progress = {
  readonly loaded: number;
  /** null where the service named no count. */
  readonly total: number | null;
};

/** What whoever waits for a reading may ask of it. */
export type ReadingOptions = CallOptions & {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};
