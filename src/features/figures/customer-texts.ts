import { defineTexts } from '#ui/catalogue.ts';

/** The texts that only the figures of one customer need. */
export const customerTexts = defineTexts('features/figures/customer-texts', { short: 'short of {licenses}' });
