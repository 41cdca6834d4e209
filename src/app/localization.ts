import { useSyncExternalStore } from 'react';
import { createPart, prefetch, type Part } from '#query/part.ts';
import {
  ENGLISH,
  LANGUAGES,
  PSEUDO_LANGUAGE,
  preferredLocalization,
  type Language,
  type Localization,
} from '#ui/language.ts';
import { localEntry, setLocalEntry } from '#view/local-entry.ts';

/** What a language brings. */
export type LanguagePack = Required<Pick<Localization, 'messagesOf'>>;

/** English is part of the code that needs it. Each other language is fetched whole, once. */
const packs: Readonly<Record<Exclude<Localization['language'], 'en'>, Part<LanguagePack>>> = {
  de: createPart(() => import('./languages/de.ts').then(({ pack }) => pack)),
  ja: createPart(() => import('./languages/ja.ts').then(({ pack }) => pack)),
  ar: createPart(() => import('./languages/ar.ts').then(({ pack }) => pack)),
  [PSEUDO_LANGUAGE]: createPart(() => import('./languages/pseudo.ts').then(({ pack }) => pack)),
};

const STORAGE_KEY = 'license-lens.language';

function storedChoice(): Localization['language'] | null {
  const stored = localEntry(STORAGE_KEY);
  return ([...LANGUAGES, PSEUDO_LANGUAGE] as const).find((language) => language === stored) ?? null;
}

let inForce = ENGLISH;
const listeners = new Set<() => void>();

function show(localization: Localization): void {
  inForce = localization;
  document.documentElement.lang = localization.language;
  document.documentElement.dir = localization.direction;
  for (const listener of listeners) listener();
}

/** The localization for a choice; null where its language can't be fetched. */
async function fetchLocalization(choice: Localization['language'] | null): Promise<Localization | null> {
  const isPseudo = choice === PSEUDO_LANGUAGE;
  const preferred = preferredLocalization(navigator.languages, isPseudo ? 'en' : choice);
  const localization: Localization = isPseudo ? { ...preferred, language: PSEUDO_LANGUAGE } : preferred;
  if (localization.language === 'en') return localization;
  try {
    return { ...localization, ...(await packs[localization.language].fetch()) };
  } catch {
    return null;
  }
}

/**
 * Fetches the language with which the page begins. It never rejects: where the language can't be fetched the page is in
 * English, with numbers and dates as the person's locale writes them.
 */
export async function prepareLanguage(): Promise<void> {
  const choice = storedChoice();
  const english = {
    ...preferredLocalization(navigator.languages, null),
    language: 'en',
    direction: 'ltr',
  } as const;
  show((await fetchLocalization(choice)) ?? english);
}

/** Fetches a language while the pointer or the focus is still on its way to its name. */
export function prefetchLanguage(language: Language): void {
  if (language !== 'en') prefetch(packs[language]);
}

/**
 * Changes the language and remembers it in this browser. Resolves with whether that was possible: where the language
 * can't be fetched, nothing changes.
 */
export async function chooseLanguage(language: Language): Promise<boolean> {
  const localization = await fetchLocalization(language);
  if (localization === null) return false;
  // The choice has an effect even where it can't be remembered.
  setLocalEntry(STORAGE_KEY, language);
  show(localization);
  return true;
}

/** The localization in force now. */
export const localizationInForce = (): Localization => inForce;

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => void listeners.delete(onChange);
}

/** The localization in force; the part is drawn anew when the person chooses another. */
export function useLocalizationInForce(): Localization {
  return useSyncExternalStore(subscribe, localizationInForce);
}
