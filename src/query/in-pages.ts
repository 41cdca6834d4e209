import { nextTurn } from '#partner-center/turn.ts';

/**
 * Asks for one page of a list after the other, until all of it has come.
 *
 * @param ask asks for a page, from 1; its `total` is the length of the list, as far as that is known
 */
export async function* inPages<Some extends { readonly rows: readonly unknown[]; readonly total: number }>(
  ask: (page: number) => Promise<Some>,
): AsyncGenerator<Some, void, undefined> {
  for (let page = 1, read = 0; ; page += 1) {
    const some = await ask(page);
    read += some.rows.length;
    yield some;
    // The page gets its turn even where no answer has to be waited for.
    await nextTurn();
    if (some.rows.length === 0 || read >= some.total) return;
  }
}
