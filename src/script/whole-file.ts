import { constants } from 'node:fs';
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT, ScriptProblem } from './exit-code.ts';

// The file is opened for appending: what is written after it was emptied is its beginning, wherever the writing was
// before.
const DRAFT = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_APPEND;

/** A file that is written under another name until it is complete. */
export type DraftFile = {
  readonly append: (bytes: string | Uint8Array) => Promise<void>;
  /** Removes everything that was written until now. */
  readonly restart: () => Promise<void>;
};

function notWritten(cause: unknown): ScriptProblem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ScriptProblem(EXIT.file, `The file can’t be written: ${reason}`, { cause });
}

/** A failure in here is a problem of the file. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw notWritten(cause);
  }
}

/** Removes the folders that were made for a file, as far as nothing else is in them. `made`: the outermost one. */
async function removeFolders(innermost: string, made: string): Promise<void> {
  try {
    for (let folder = innermost; folder.startsWith(made); folder = dirname(folder)) await rmdir(folder);
  } catch {
    // Somebody else has put something into it.
  }
}

/**
 * Writes a file that appears under its name only when it is complete, and then replaces a file of that name: a reader
 * never sees an incomplete one. Until then its name begins with a dot, which engines that read whole folders skip.
 *
 * @param write writes the content of the file; where it fails, nothing stays, not even a folder that was made for it
 * @throws ScriptProblem where the file can't be written, or what `write` throws
 */
export async function writeWhole<T>(path: string, write: (draft: DraftFile) => Promise<T>): Promise<T> {
  const folder = resolve(dirname(path));
  const draftPath = join(folder, `.${basename(path)}.${process.pid}.partial`);
  const made = await onDisk(() => mkdir(folder, { recursive: true }));
  const file = await onDisk(() => open(draftPath, DRAFT));
  let isOpen = true;
  try {
    const result = await write({
      append: (bytes) => onDisk(() => file.appendFile(bytes)),
      restart: () => onDisk(() => file.truncate(0)),
    });
    await onDisk(async () => {
      await file.sync();
      isOpen = false;
      await file.close();
      await rename(draftPath, path);
    });
    return result;
  } catch (error) {
    if (isOpen) await file.close().catch(() => undefined);
    await rm(draftPath, { force: true }).catch(() => undefined);
    if (made !== undefined) await removeFolders(folder, made);
    throw error;
  }
}
