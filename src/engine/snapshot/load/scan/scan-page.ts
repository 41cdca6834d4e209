import { readResponseBody } from '#partner-center/response.ts';
import { bytesOf } from './bytes.ts';
import { findRows, isPlainEnd, withoutRows } from './envelope.ts';
import { NOWHERE } from './json.ts';
import { LONGEST_PAGE, type Members } from './json-members.ts';
import type { ParsedPage } from './parse-page.ts';
import { readRows } from './scan-rows.ts';
import type { Scratch } from './scratch.ts';

/**
 * Reads a page into `scratch` from its bytes, without strings or objects.
 *
 * @returns null where anything is not as the service writes it: a page for `parsePage`, which also knows what is wrong
 */
export function scanPage(bytes: Uint8Array, members: Members, scratch: Scratch): ParsedPage | null {
  if (bytes.length > LONGEST_PAGE) return null;
  const page = bytesOf(bytes);
  const start = findRows(bytes);
  if (start === NOWHERE) return null;
  const read = readRows(page, start, members, scratch);
  if (read === null || !isPlainEnd(bytes, read.end)) return null;
  try {
    const { nextLink, totalCount } = readResponseBody(withoutRows(bytes, start, read.end), []);
    return { rows: read.rows, nextLink, totalCount };
  } catch {
    return null;
  }
}
