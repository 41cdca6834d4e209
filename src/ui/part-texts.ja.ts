import type { Translation } from './catalogue.ts';
import type { partTexts } from './part-texts.ts';

export const messages: Translation<typeof partTexts> = {
  missing: 'ページのこの部分を取得できませんでした。',
  failed: 'ページのこの部分を表示できませんでした。',
  newVersion: 'ページの新しいバージョンがある可能性があります。再読み込みしてもビューは保持されます。',
  tryAgain: '再試行',
  reload: '再読み込み',
};
