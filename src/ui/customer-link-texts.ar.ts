import type { Translation } from './catalogue.ts';
import type { customerLinkTexts } from './customer-link-texts.ts';

export const messages: Translation<typeof customerLinkTexts> = { open: 'فتح العميل \u2068{name}\u2069' };
