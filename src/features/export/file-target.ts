import { download } from '#ui/download.ts';

/**
 * A file with so many rows or more is written to disk piece by piece, where the browser can do that: it asks the person
 * for the place first. A file with fewer rows has a few megabytes, and the browser downloads it as usual.
 */
export const STREAMED_ROWS = 100_000;

/** The place to which the bytes of a file go. */
export type FileTarget = {
  readonly write: (piece: string | Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Ends the file, which is there only after this. */
  readonly finish: () => Promise<void>;
  /** Removes everything that was written. */
  readonly discard: () => Promise<void>;
};

/** The name and the type of a file. */
export type FileKind = { readonly name: string; readonly type: string; readonly extension: string };

/**
 * A file that is downloaded when it is complete. Its pieces leave the page's memory: browsers keep large blobs on disk.
 */
function downloadTarget({ name, type }: FileKind): FileTarget {
  const pieces: Blob[] = [];
  return {
    write(piece) {
      pieces.push(new Blob([piece]));
      return Promise.resolve();
    },
    finish() {
      download(new Blob(pieces, { type }), name);
      return Promise.resolve();
    },
    discard: () => Promise.resolve(),
  };
}

type SaveFilePicker = (options: {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<PickedFile>;
type PickedFile = FileSystemFileHandle & { readonly remove?: () => Promise<void> };

declare global {
  /** Not every browser has it, so TypeScript's library does not: https://wicg.github.io/file-system-access/ */
  var showSaveFilePicker: SaveFilePicker | undefined;
}

/**
 * A file that is written piece by piece at the place that the person picked. Its old content stays until the file is
 * complete.
 */
export async function diskTarget(file: PickedFile): Promise<FileTarget> {
  // A picked file exists at once; a new one is empty.
  const isNew = (await file.getFile()).size === 0;
  async function removeNew(): Promise<void> {
    // Where the browser can't remove the file, it is left empty.
    if (isNew) await file.remove?.().catch(() => undefined);
  }
  try {
    const stream = await file.createWritable();
    return {
      write: (piece) => stream.write(piece),
      finish: () => stream.close(),
      async discard() {
        await stream.abort().catch(() => undefined);
        await removeNew();
      },
    };
  } catch (error) {
    await removeNew();
    throw error;
  }
}

/** The file that the person picks; `none` where they pick none, null where the browser does not let them. */
async function pickFile({ name, type, extension }: FileKind): Promise<PickedFile | 'none' | null> {
  const mime = type.replace(/;.*/u, '');
  try {
    const types = [{ accept: { [mime]: [`.${extension}`] } }];
    return (await globalThis.showSaveFilePicker?.({ suggestedName: name, types })) ?? null;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'none' : null;
  }
}

/**
 * The place for a file of so many rows, or of nobody knows how many (null); null where the person decides not to save
 * it. A browser that can't ask for a place downloads the file. Browsers open the dialog only for a few seconds after a
 * press, so this has to be asked before any row is read.
 *
 * Rejects where the picked file can't be written.
 */
export async function targetOf(kind: FileKind, rows: number | null): Promise<FileTarget | null> {
  if (rows !== null && rows < STREAMED_ROWS) return downloadTarget(kind);
  const file = await pickFile(kind);
  if (file === 'none') return null;
  return file === null ? downloadTarget(kind) : diskTarget(file);
}
