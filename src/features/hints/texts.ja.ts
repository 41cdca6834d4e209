import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  hint: 'ヒント',
  hints: {
    bars: '棒をクリックすると詳しく見られます。{control} または Shift を押しながらクリックすると追加できます。',
    link: 'アドレスにはビュー全体が含まれます。リンクをコピーして渡すと、同じ内容が表示されます。',
    commands: '{control} K で顧客、製品、ビューを検索できます。',
  },
  dismiss: 'このヒントを閉じる',
};
