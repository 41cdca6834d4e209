import { useQuery } from '@tanstack/react-query';
import type { PriceList } from '#view/prices.ts';
import { mayKeepRows } from './keeping.ts';
import { createPart } from './part.ts';
import { useSource } from './source.ts';

// What reads and writes it is no part of the first figures.
export const { fetch: openStore } = createPart(() => import('./prices-store.ts'));

/** The name of an account's entry in the storage of this tab, which ends with it and at sign-out. */
export function priceEntry(accountId: string): string {
  return `license-lens.prices.${accountId}`;
}

/** An entry of this tab's storage; with a text it is written first, with null removed. */
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
 * The person's own prices; null where there are none, undefined while that is not known yet. They stay in this tab, and
 * with the consent to keep rows in this browser, until the person signs out.
 */
export function usePriceList(): PriceList | null | undefined {
  const { accountId } = useSource();
  const mayBeThere = tabEntry(priceEntry(accountId)) !== null || mayKeepRows();
  const { data } = useQuery<PriceList | null>({
    queryKey: [accountId, 'prices'],
    // Without them the page has all that it has for those who have none.
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
