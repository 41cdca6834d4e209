import type { Translation } from '#ui/catalogue.ts';
import type { pictureTexts } from './texts.ts';

export const messages: Translation<typeof pictureTexts> = {
  take: '{chart}を画像にする',
  svg: 'SVG として保存',
  png: 'PNG として保存',
  copy: '画像としてコピー',
  copied: '画像をコピーしました。',
  notCopied: 'ブラウザーでコピーできませんでした。代わりに保存してください。',
};
