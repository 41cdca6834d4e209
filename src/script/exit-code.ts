import { PartnerCenterError, type ErrorKind } from '#partner-center/error.ts';

/** The exit codes of the script. `--help` documents the numbers: programs that call the script rely on them. */
export const EXIT = {
  whole: 0,
  unexpected: 1,
  usage: 2,
  signIn: 3,
  roleMissing: 4,
  noSnapshot: 5,
  refused: 6,
  unavailable: 7,
  changing: 8,
  file: 9,
  stopped: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const CODES: Readonly<Record<ErrorKind, ExitCode>> = {
  invalidRequest: EXIT.refused,
  notServed: EXIT.refused,
  filterTooLong: EXIT.refused,
  tooManyParts: EXIT.refused,
  signInNeeded: EXIT.signIn,
  stepUpNeeded: EXIT.signIn,
  stepUpRefused: EXIT.signIn,
  roleMissing: EXIT.roleMissing,
  throttled: EXIT.unavailable,
  unavailable: EXIT.unavailable,
  network: EXIT.unavailable,
  interrupted: EXIT.unavailable,
  unreadableResponse: EXIT.unavailable,
  emptyPages: EXIT.unavailable,
  snapshotChanged: EXIT.changing,
  pagesOverlap: EXIT.changing,
  browserFailed: EXIT.unexpected,
  unexpected: EXIT.unexpected,
};

/** A problem of the script itself, with the exit code for it. */
export class ScriptProblem extends Error {
  override readonly name = 'ScriptProblem';
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** The exit code for whatever was thrown. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof ScriptProblem) return error.code;
  return error instanceof PartnerCenterError ? CODES[error.kind] : EXIT.unexpected;
}

/** A sentence for the log: what happened, with the service's codes and ids where it gave some. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof PartnerCenterError)) return error instanceof Error ? error.message : String(error);
  const details = [
    error.kind,
    error.status === null ? null : `status ${error.status}`,
    error.code === null ? null : `code ${error.code}`,
    error.requestId === null ? null : `request ${error.requestId}`,
    error.correlationId === null ? null : `correlation ${error.correlationId}`,
  ].filter((detail) => detail !== null);
  return `${error.description} (${details.join(', ')})`;
}
