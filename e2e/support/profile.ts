import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// The content of a browser's profile, as a person sees it who has the files and knows their formats.

function varintAt(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let next = at;
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[next++] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return { value, next };
  }
}

/**
 * Undoes Snappy, with which Chromium's databases compress their blocks. Source: format_description.txt of
 * google/snappy.
 */
function unsnapped(bytes: Buffer): Buffer {
  const size = varintAt(bytes, 0);
  let at = size.next;
  const out = Buffer.alloc(size.value);
  let to = 0;
  while (at < bytes.length) {
    const tag = bytes[at++] ?? 0;
    if ((tag & 3) === 0) {
      let length = tag >> 2;
      if (length >= 60) {
        const size = length - 59;
        length = bytes.readUIntLE(at, size);
        at += size;
      }
      length += 1;
      bytes.copy(out, to, at, at + length);
      at += length;
      to += length;
      continue;
    }
    const kind = tag & 3;
    const length = kind === 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2);
    const back = kind === 1 ? ((tag >> 5) << 8) | (bytes[at] ?? 0) : bytes.readUIntLE(at, kind === 2 ? 2 : 4);
    at += kind === 1 ? 1 : kind === 2 ? 2 : 4;
    // This copies byte by byte, because a copy may read bytes that it has just written.
    for (let left = length; left > 0; left -= 1, to += 1) out[to] = out[to - back] ?? 0;
  }
  return out;
}

type Handle = { readonly offset: number; readonly size: number; readonly next: number };

function handleAt(bytes: Buffer, at: number): Handle {
  const offset = varintAt(bytes, at);
  const size = varintAt(bytes, offset.next);
  return { offset: offset.value, size: size.value, next: size.next };
}

function blockAt(file: Buffer, { offset, size }: Handle): Buffer {
  const block = file.subarray(offset, offset + size);
  return file[offset + size] === 1 ? unsnapped(block) : block;
}

/** All blocks of a table, decompressed. Source: table_format.md of google/leveldb. */
function tableText(file: Buffer): Buffer {
  const footer = file.subarray(-48);
  const index = blockAt(file, handleAt(footer, handleAt(footer, 0).next));
  const blocks: Buffer[] = [];
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  for (let at = 0; at < end;) {
    const shared = varintAt(index, at);
    const rest = varintAt(index, shared.next);
    const length = varintAt(index, rest.next);
    const value = length.next + rest.value;
    blocks.push(blockAt(file, handleAt(index, value)));
    at = value + length.value;
  }
  return Buffer.concat(blocks);
}

/** The records of a log without the headers between their pieces. Source: log_format.md of google/leveldb. */
function logText(file: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let block = 0; block < file.length; block += 32_768) {
    const end = Math.min(block + 32_768, file.length);
    for (let at = block; at + 7 <= end;) {
      const length = file.readUInt16LE(at + 4);
      pieces.push(file.subarray(at + 7, Math.min(at + 7 + length, end)));
      at += 7 + length;
    }
  }
  return Buffer.concat(pieces);
}

/** A file of a profile: its own bytes, and the bytes after its database's format was undone. */
export type ProfileFile = { readonly path: string; readonly texts: readonly Buffer[] };

/** Every file of a profile. */
export function filesOf(profile: string): readonly ProfileFile[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(profile, path), { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => {
      const file = readFileSync(join(profile, path));
      if (path.endsWith('.ldb')) return { path, texts: [file, tableText(file)] };
      if (/\d+\.log$/u.test(path)) return { path, texts: [file, logText(file)] };
      return { path, texts: [file] };
    });
}

/** The files that contain one of these: a text as UTF-8 or UTF-16, or bytes. */
export function findIn(
  files: readonly ProfileFile[],
  wanted: Readonly<Record<string, string | Buffer>>,
): readonly string[] {
  const found: string[] = [];
  for (const [name, what] of Object.entries(wanted)) {
    const forms = typeof what === 'string' ? [Buffer.from(what), Buffer.from(what, 'utf16le')] : [what];
    for (const { path, texts } of files) {
      if (texts.some((text) => forms.some((form) => text.includes(form)))) found.push(`${name} in ${path}`);
    }
  }
  return found;
}
