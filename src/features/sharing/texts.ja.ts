import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  copyLink: 'リンクをコピー',
  copied: 'リンクをコピーしました',
  copyByHand: 'ブラウザーがコピーを許可しませんでした。アドレス バーからアドレスをコピーしてください。',
  longLinkCopied:
    'リンクをコピーしました。{limit} 文字を超えているため、途中で切れてしまうプログラムがあります。',
};
