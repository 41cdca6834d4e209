import type { Translation } from './catalogue.ts';
import type { dialogTexts } from './dialog-texts.ts';

export const messages: Translation<typeof dialogTexts> = {
  notApplied: '変更はまだ適用されていません。',
  discard: '変更を破棄',
  goOn: '編集を続ける',
};
