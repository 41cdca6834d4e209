import type { Translation } from '#ui/catalogue.ts';
import type { buttonTexts } from './button-texts.ts';

export const messages: Translation<typeof buttonTexts> = {
  savedViews: '保存済みビュー',
  saveThis: 'このビューを保存',
};
