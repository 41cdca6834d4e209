import type { Translation } from './catalogue.ts';
import type { texts } from './pager-texts.ts';

export const messages: Translation<typeof texts> = {
  pages: 'ページ',
  turnTo: { first: '最初のページ', previous: '前のページ', next: '次のページ', last: '最後のページ' },
  range: '{known, select, yes {{first} ～ {last} / {total} 件} other {{first} ～ {last} / {total} 件以上}}',
  noRange: '{none} / {total} 件',
  noRows: 'ここに行はありません',
  rowsPerPage: 'ページあたりの行数',
};
