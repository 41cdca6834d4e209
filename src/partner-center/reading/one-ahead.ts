/** Gives the same items. While the caller works on one, the next one is already asked for. */
export async function* oneAhead<T>(
  items: AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  let next = items.next();
  try {
    for (;;) {
      const item = await next;
      if (item.done === true) return;
      next = items.next();
      // A failure meanwhile is told when its turn comes.
      next.catch(() => undefined);
      yield item.value;
    }
  } finally {
    await items.return();
  }
}
