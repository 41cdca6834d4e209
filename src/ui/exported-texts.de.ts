import type { Translation } from './catalogue.ts';
import type { exportedTexts } from './exported-texts.ts';

export const messages: Translation<typeof exportedTexts> = {
  comparedWith: 'Verglichen mit',
  deployedBefore: 'Vorher bereitgestellt',
};
