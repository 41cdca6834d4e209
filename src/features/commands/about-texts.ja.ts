import type { Translation } from '#ui/catalogue.ts';
import type { aboutTexts } from './about-texts.ts';

export const messages: Translation<typeof aboutTexts> = {
  heading: 'License Lens について',
  facts: { version: 'バージョン', commit: 'コミット', license: 'ライセンス' },
  notices: 'サードパーティに関する通知',
  noticesExplained: 'このページに含まれる第三者の著作物と、そのライセンスです。',
  asFile: 'ファイルとして開く',
  close: '閉じる',
};
