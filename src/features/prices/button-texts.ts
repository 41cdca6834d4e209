import type { Catalogue } from '#ui/language.ts';

type ButtonTexts = {
  readonly prices: string;
  readonly offer: string;
  readonly idleValue: string;
  readonly month: (money: string) => string;
  readonly priced: (percent: string, idle: string) => string;
  readonly nothingIdle: string;
  readonly needsEverything: string;
  readonly failed: string;
};

/** The texts that are on the page before the dialog is fetched. */
export const buttonTexts: Catalogue<ButtonTexts> = {
  en: {
    prices: 'Prices',
    offer: 'What are idle licenses worth? Your own prices tell.',
    idleValue: 'Idle value',
    month: (money) => `${money} a month`,
    priced: (percent, idle) => `priced: ${percent} of ${idle} idle licenses`,
    nothingIdle: 'No license lies idle.',
    needsEverything: 'It is known once every product of every customer is read: load all rows.',
    failed: 'Could not be loaded.',
  },
};
