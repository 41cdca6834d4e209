import type { KeptSnapshots } from './source.ts';

// What the browser stores is no part of the first figures.
const openStore = () => import('#engine/snapshot/store/consent.ts');

/** The keeping of an account's snapshots in this browser. `keepLoaded` keeps what is loaded now. */
export function createKeeping(account: string, keepLoaded: () => Promise<void>): KeptSnapshots {
  return {
    isAllowed: async () => (await openStore()).consentOf(account),
    storedBytes: async () => (await openStore()).storedBytes(account),
    async allow() {
      await (await openStore()).giveConsent(account);
      await keepLoaded();
    },
    withdraw: async () => (await openStore()).withdraw(account),
  };
}

/** Where someone has signed in: deletes what others kept. Nothing stands in the way of the page. */
export async function forgetKeptByOthers(account: string): Promise<void> {
  await openStore()
    .then((store) => store.forgetOtherAccounts(account))
    // Tried again at the next start.
    .catch(() => undefined);
}

/** At sign-out: deletes everything that is kept. Nothing stands in the way of signing out. */
export async function forgetKept(): Promise<void> {
  await openStore()
    .then((store) => store.forgetEverything())
    .catch(() => undefined);
}
