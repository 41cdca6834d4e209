import type { Translation } from './catalogue.ts';
import type { formatTexts } from './format-texts.ts';

export const messages: Translation<typeof formatTexts> = { points: '{points} نقطة مئوية' };
