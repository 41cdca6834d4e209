import { useQuery } from '@tanstack/react-query';
import type { PriceList } from '#view/prices.ts';
import { mayKeepRows } from './keeping.ts';
import { createPart } from './part.ts';
import { useSource } from './source.ts';

// The code that reads and writes the price list is not needed for the first figures.
export const { fetch: openStore } = createPart(() => import('./prices-store.ts'));

/** The name of an account's entry in the storage of this tab. The entry ends with the tab, and at sign-out. */
export function priceEntry(accountId: string): string {
  return `license-lens.prices.${accountId}`;
}

/** Gives an entry of this tab's storage. A text is written first; null removes the entry. */
export function tabEntry(name: string, text?: string | null): string | null {
  try {
    if (text === null) sessionStorage.removeItem(name);
    else if (text !== undefined) sessionStorage.setItem(name, text);
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * The person's own prices; null where there are none, undefined while that is not known yet. They stay in this tab
 * until the person signs out, and in this browser where the person has consented to keeping rows.
 */
export function usePriceList(): PriceList | null | undefined {
  const { accountId } = useSource();
  const mayBeThere = tabEntry(priceEntry(accountId)) !== null || mayKeepRows();
  const { data } = useQuery<PriceList | null>({
    queryKey: [accountId, 'prices'],
    // Where the prices cannot be read, the page shows what it shows to a person who has none.
    queryFn: () =>
      openStore()
        .then((store) => store.readPriceList(accountId))
        .catch(() => null),
    staleTime: Infinity,
    gcTime: Infinity,
    ...(mayBeThere ? {} : { initialData: null }),
  });
  return data;
}
