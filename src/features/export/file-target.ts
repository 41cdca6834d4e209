import { download } from '#ui/download.ts';

/**
 * From so many rows on a file is written to disk as it comes, where the browser can: that asks the person for its place
 * first. Fewer rows are a few megabytes, which the browser downloads as any file.
 */
export const STREAMED_ROWS = 100_000;

/** Where the bytes of a file go. */
export type FileTarget = {
  readonly write: (piece: string | Uint8Array<ArrayBuffer>) => Promise<void>;
  /** The file is whole: only now it is there. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing of what was written. */
  readonly discard: () => Promise<void>;
};

/** What a file is, and is called. */
export type FileKind = { readonly name: string; readonly type: string; readonly extension: string };

/** A file that is downloaded when it is whole. Its pieces leave the page's memory: browsers keep large blobs on disk. */
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
  /** Not in every browser, so not in TypeScript's library: https://wicg.github.io/file-system-access/ */
  var showSaveFilePicker: SaveFilePicker | undefined;
}

/** A file that is written as it comes, at the place that the person picked. What was there stays until it is whole. */
export async function diskTarget(file: PickedFile): Promise<FileTarget> {
  // A picked file is there at once, empty where it is new.
  const isNew = (await file.getFile()).size === 0;
  const stream = await file.createWritable();
  return {
    write: (piece) => stream.write(piece),
    finish: () => stream.close(),
    async discard() {
      await stream.abort().catch(() => undefined);
      // Where the browser can't remove it, it is left empty.
      if (isNew) await file.remove?.().catch(() => undefined);
    },
  };
}

/**
 * Where a file of so many rows goes; null where the person does not want to save it after all. A browser that can't ask
 * for a place, or does not this long after the press, downloads the file.
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
