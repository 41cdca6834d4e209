import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PriceList } from '#view/prices.ts';
import { openStore } from './prices.ts';
import { useSource } from './source.ts';

// This is apart from the code that reads prices, because the first figures need only that.

/** Sets the person's prices; null removes them. */
export function useSetPriceList(): (list: PriceList | null) => void {
  const { accountId } = useSource();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async (list: PriceList | null) => (await openStore()).writePriceList(accountId, list),
  });
  return (list) => {
    client.setQueryData([accountId, 'prices'], list);
    mutate(list);
  };
}
