import type { Translation } from './catalogue.ts';
import type { customerLinkTexts } from './customer-link-texts.ts';

export const messages: Translation<typeof customerLinkTexts> = { open: 'فتح العميل {name}' };
