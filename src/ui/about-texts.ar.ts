import type { Translation } from './catalogue.ts';
import type { aboutTexts } from './about-texts.ts';

export const messages: Translation<typeof aboutTexts> = { about: 'حول {name}' };
