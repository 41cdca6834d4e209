import type { Translation } from './catalogue.ts';
import type { nothingMatchesTexts } from './nothing-matches-texts.ts';

export const messages: Translation<typeof nothingMatchesTexts> = {
  heading: '一致するライセンスがありません',
  advice: '上の条件または検索を削除するか変更してください。すべてを表示することもできます。',
  everything: 'すべてを表示',
};
