import type { Translation } from '#ui/catalogue.ts';
import type { buttonTexts } from './button-texts.ts';

export const messages: Translation<typeof buttonTexts> = {
  prices: '価格',
  offer: '未使用のライセンスはいくらに相当しますか? 独自の価格を設定するとわかります。',
  idleValue: '未使用の金額',
  month: '{money}/月',
  priced: '価格あり: 未使用ライセンス {idle} の {percent}',
  nothingIdle: '未使用のライセンスはありません。',
  needsEverything: 'すべての顧客のすべての製品を読み込むと計算されます。すべての行を読み込んでください。',
  failed: '読み込めませんでした。',
};
