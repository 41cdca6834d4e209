import type { Translation } from '#ui/catalogue.ts';
import type { customerTexts } from './customer-texts.ts';

export const messages: Translation<typeof customerTexts> = { short: '不足 {licenses}' };
