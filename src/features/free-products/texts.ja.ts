import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  drown:
    'ここで販売済みのライセンスの {share} は、利用のために購入されたものではない無料製品と試用版です ({products, plural, other {# 製品}})。',
  leaveOut: '除外する',
  dismiss: 'このメモを閉じる',
};
