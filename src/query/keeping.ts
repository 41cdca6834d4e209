import { localEntry, setLocalEntry } from '#view/local-entry.ts';
import { createPart } from './part.ts';
import type { KeptSnapshots } from './source.ts';

// The code that stores snapshots is not needed for the first figures.
const { fetch: openStore } = createPart(() => import('#engine/snapshot/store/consent.ts'));

// Who consents to keeping rows consents to keeping prices, too.
const { fetch: openPrices } = createPart(() => import('./prices-store.ts'));

// A note of the consent, beside the database. The database may take seconds to open, or never answer; without the note
// no load waits for it. The consent itself is the key in the database: without that key nothing is kept or read.
const NOTE = 'license-lens.keep-rows';

/** Whether the person may have consented to keeping rows in this browser. */
export function mayKeepRows(): boolean {
  return localEntry(NOTE) !== null;
}

function note(isAllowed: boolean): boolean {
  // Where the browser's storage is switched off, nothing is kept either.
  setLocalEntry(NOTE, isAllowed ? 'yes' : null);
  return isAllowed;
}

/** The keeping of an account's snapshots in this browser. `keepLoaded` keeps the snapshots that are loaded now. */
export function createKeeping(account: string, keepLoaded: () => Promise<void>): KeptSnapshots {
  return {
    isAllowed: async () => note(await (await openStore()).consentOf(account)),
    storedBytes: async () => (await openStore()).storedBytes(account),
    async allow() {
      await (await openStore()).giveConsent(account);
      note(true);
      await (await openPrices()).keepPriceList(account);
      await keepLoaded();
    },
    async withdraw() {
      note(false);
      await (await openStore()).withdraw(account);
    },
  };
}

/** Is called when someone has signed in: deletes what other accounts kept. A failure does not stop the page. */
export async function forgetKeptByOthers(account: string): Promise<void> {
  await openStore()
    .then(async (store) => {
      await store.forgetOtherAccounts(account);
      note(await store.consentOf(account));
    })
    // The next start tries it again.
    .catch(() => undefined);
}

/** Is called at sign-out: deletes everything that is kept. A failure does not stop the sign-out. */
export async function forgetKept(): Promise<void> {
  await openStore()
    .then((store) => store.forgetEverything())
    .catch(() => undefined);
}
