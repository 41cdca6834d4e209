import type { Catalogue } from '#ui/language.ts';

type ButtonTexts = { readonly savedViews: string; readonly saveThis: string };

/** The texts that are on the page before the dialog is fetched. */
export const buttonTexts: Catalogue<ButtonTexts> = {
  en: { savedViews: 'Saved views', saveThis: 'Save this view' },
};
