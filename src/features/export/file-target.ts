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
  const stream = await file.createWritable();
  return {
    write: (piece) => stream.write(piece),
    finish: () => stream.close(),
    async discard() {
      await stream.abort().catch(() => undefined);
      // Where the browser can't remove the file, it is left empty.
      if (isNew) await file.remove?.().catch(() => undefined);
    },
  };
}

/**
 * The place for a file of so many rows; null where the person decides not to save it. A browser that can't ask for a
 * place, or not so long after the press, downloads the file.
 */
export async function targetOf(kind: FileKind, rows: number): Promise<FileTarget | null> {
  const { showSaveFilePicker: pick } = globalThis;
  if (rows < STREAMED_ROWS || pick === undefined) return downloadTarget(kind);
  const mime = kind.type.replace(/;.*/u, '');
  try {
    const types = [{ accept: { [mime]: [`.${kind.extension}`] } }];
    return await diskTarget(await pick({ suggestedName: kind.name, types }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    return downloadTarget(kind);
  }
}
