import type { Catalogue } from './language.ts';

type CustomerLinkTexts = { readonly open: (name: string) => string };

/** The texts of a link to the view of a customer. */
export const customerLinkTexts: Catalogue<CustomerLinkTexts> = {
  en: { open: (name) => `Open customer ${name}` },
};
