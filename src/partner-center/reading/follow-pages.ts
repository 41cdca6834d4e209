import type { Continuation, ReadPage } from '#partner-center/client.ts';
import { watchLinks } from './page-watch.ts';

type Followed = Pick<ReadPage<unknown>, 'next' | 'rowCount'>;

/**
 * Reads pages one after the other to the last one: each page says where the next one is.
 *
 * @param from where to begin; undefined for the first page
 * @param readPage reads one page; null says that the service refused it because it lies behind the last row
 * @throws PartnerCenterError where the links lead round in a circle, or what `readPage` throws
 */
export async function* followPages<P extends Followed>(
  from: Continuation | undefined,
  readPage: (continuation: Continuation | undefined) => Promise<P | null>,
): AsyncGenerator<P, void, undefined> {
  const checkLink = watchLinks();
  if (from !== undefined) checkLink(from, 0);
  for (let next: Continuation | null | undefined = from; next !== null;) {
    const page: P | null = await readPage(next);
    if (page === null) return;
    checkLink(page.next, page.rowCount);
    yield page;
    next = page.next;
  }
}
