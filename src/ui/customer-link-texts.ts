import { defineTexts } from './catalogue.ts';

/** The texts of a link to the view of a customer. */
export const customerLinkTexts = defineTexts('ui/customer-link-texts', { open: 'Open customer {name}' });
