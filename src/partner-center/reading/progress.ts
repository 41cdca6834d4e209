import type { CallOptions } from '#partner-center/client.ts';

/** The number of rows read by a reading that needs several responses. */
export type Progress = {
  readonly loaded: number;
  /** null where the service gave no count. */
  readonly total: number | null;
};

/** The options of a call that waits for a reading. */
export type ReadingOptions = CallOptions & {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
};
