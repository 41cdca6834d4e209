import type { Translation } from './catalogue.ts';
import type { exportedTexts } from './exported-texts.ts';

export const messages: Translation<typeof exportedTexts> = {
  comparedWith: '比較対象',
  deployedBefore: '以前の展開済み',
};
