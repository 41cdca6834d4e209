import { parseJson, readResponseBody, type Row } from '#partner-center/response.ts';
import { COUNT_COLUMNS, TEXT_COLUMNS } from '#engine/snapshot/columns/table.ts';
import { bytesOf } from './bytes.ts';
import { codesIn, countsIn, makeRoomForRows, type Scratch } from './scratch.ts';
import { codeOfCanonical, tokenOfText, type TokenDictionary } from './token-dictionary.ts';

export type ParsedPage = {
  readonly rows: number;
  readonly nextLink: string | null | undefined;
  readonly totalCount: number | null;
};

/**
 * Reads any page into `scratch` by `JSON.parse` and the reader of responses. They define what a page says; the scanner
 * is a faster way to the same, for pages as the service writes them.
 *
 * @throws NotJson, or UnreadableBody naming the row
 */
export function parsePage(
  bytes: Uint8Array,
  dictionaries: readonly TokenDictionary[],
  scratch: Scratch,
): ParsedPage {
  const { rows, nextLink, totalCount } = readResponseBody(parseJson(bytes), []);
  makeRoomForRows(scratch, rows.length);
  TEXT_COLUMNS.forEach((name, column) => {
    const dictionary = dictionaries[column];
    if (dictionary !== undefined) encodeTexts(rows, name, dictionary, codesIn(scratch, column, rows.length));
  });
  COUNT_COLUMNS.forEach((name, column) => {
    const counts = countsIn(scratch, column, rows.length);
    rows.forEach((row, index) => {
      // -0 and 0 are one count.
      counts[index] = row[name] + 0;
    });
  });
  return { rows: rows.length, nextLink, totalCount };
}

function encodeTexts(
  rows: readonly Row[],
  name: (typeof TEXT_COLUMNS)[number],
  dictionary: TokenDictionary,
  codes: Uint32Array,
): void {
  const known = new Map<string, number>();
  rows.forEach((row, index) => {
    const text = row[name] ?? null;
    let code = text === null ? 0 : known.get(text);
    if (code === undefined) {
      const token = tokenOfText(text);
      code = codeOfCanonical(dictionary, bytesOf(token), 0, token.length);
      known.set(text ?? '', code);
    }
    codes[index] = code;
  });
}
