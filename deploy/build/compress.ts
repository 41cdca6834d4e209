import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Kinds of files that become smaller: pictures and fonts are compressed already. */
const KINDS: ReadonlySet<string> = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt']);

/** Below this an answer fits into one packet as it is. Bytes. */
const SMALLEST = 1_000;

const inGzip = promisify(gzip);
const inBrotli = promisify(brotliCompress);

/**
 * Writes a file's compressed forms beside it, as small as they become: a web server that compresses while it answers has
 * no time for that. Gives the files that were compressed, by their names in the folder.
 */
export async function compress(folder: string): Promise<readonly string[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => KINDS.has(extname(name)) && statSync(join(folder, name)).size >= SMALLEST,
  );
  await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const bytes = readFileSync(file);
      writeFileSync(`${file}.gz`, await inGzip(bytes, { level: 9 }));
      writeFileSync(
        `${file}.br`,
        await inBrotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      );
    }),
  );
  return names.toSorted();
}
