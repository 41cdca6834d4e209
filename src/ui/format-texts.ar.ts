import type { Translation } from './catalogue.ts';
import type { formatTexts } from './format-texts.ts';

export const messages: Translation<typeof formatTexts> = { points: '\u200F{points} نقطة مئوية' };
