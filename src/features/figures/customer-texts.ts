import type { Catalogue } from '#ui/language.ts';

type CustomerTexts = {
  readonly short: (licenses: string) => string;
};

/** The texts that only the figures of one customer need. */
export const customerTexts: Catalogue<CustomerTexts> = {
  en: { short: (licenses) => `short of ${licenses}` },
};
