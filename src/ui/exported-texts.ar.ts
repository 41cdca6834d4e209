import type { Translation } from './catalogue.ts';
import type { exportedTexts } from './exported-texts.ts';

export const messages: Translation<typeof exportedTexts> = {
  comparedWith: 'مقارنةً بـ',
  deployedBefore: 'المنشور سابقًا',
};
