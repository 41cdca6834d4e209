/** Larger files are not price lists: Microsoft's own list, with all products and terms of a market, has some 40 MB. */
export const MOST_BYTES = 150_000_000;

/** The reasons why a file can't be read at all. */
export type FileProblem = 'empty' | 'tooLarge' | 'archive' | 'binary';

export type FileText =
  | { readonly ok: true; readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252' }
  | { readonly ok: false; readonly problem: FileProblem };

/** Excel's files are archives, and so is the compressed form of Partner Center's price sheets. */
const ZIP = [0x50, 0x4b];
const GZIP = [0x1f, 0x8b];

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

function decoded(bytes: Uint8Array): Omit<Extract<FileText, { ok: true }>, 'ok'> {
  for (const [label, mark] of [
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const) {
    if (beginsWith(bytes, mark)) return { text: new TextDecoder(label).decode(bytes), encoding: 'utf-16' };
  }
  try {
    // A byte order mark is left out.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // Excel on Windows writes plain CSV in this encoding in Western countries.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** The text of a file: UTF-8, UTF-16 with its byte order mark, otherwise Windows-1252. */
export function fileText(bytes: Uint8Array): FileText {
  if (bytes.length > MOST_BYTES) return { ok: false, problem: 'tooLarge' };
  if (beginsWith(bytes, ZIP) || beginsWith(bytes, GZIP)) return { ok: false, problem: 'archive' };
  const { text, encoding } = decoded(bytes);
  if (text.trim() === '') return { ok: false, problem: 'empty' };
  if (text.includes('\0')) return { ok: false, problem: 'binary' };
  return { ok: true, text, encoding };
}
