import type { Catalogue } from '#ui/language.ts';

type CustomerTexts = {
  readonly short: (licenses: string) => string;
};

/** What only the figures of one customer say. */
export const customerTexts: Catalogue<CustomerTexts> = {
  en: { short: (licenses) => `short of ${licenses}` },
};
