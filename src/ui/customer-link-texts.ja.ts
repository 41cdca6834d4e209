import type { Translation } from './catalogue.ts';
import type { customerLinkTexts } from './customer-link-texts.ts';

export const messages: Translation<typeof customerLinkTexts> = { open: '顧客 {name} を開く' };
