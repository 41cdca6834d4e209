import { COUNT_COLUMNS, TEXT_COLUMNS, type Dictionary, type Table } from './table.ts';

// A string of an engine's heap beside its characters: a header of three words, and the reference to it.
const STRING = 24;

/** Estimated: engines keep one byte a character where all are Latin-1, else two. */
function bytesOfDictionary(dictionary: Dictionary): number {
  let bytes = 0;
  for (const text of dictionary) {
    if (text === null) continue;
    bytes += STRING + text.length * (/^[\0-\xff]*$/.test(text) ? 1 : 2);
  }
  return bytes;
}

/** What a table takes in memory, in bytes: exact for its columns, estimated for the texts of its dictionaries. */
export function bytesOfTable(table: Table): number {
  let bytes = 0;
  for (const name of TEXT_COLUMNS) {
    const { codes, dictionary } = table.texts[name];
    bytes += codes.byteLength + bytesOfDictionary(dictionary);
  }
  for (const name of COUNT_COLUMNS) bytes += table.counts[name].byteLength;
  return bytes;
}
