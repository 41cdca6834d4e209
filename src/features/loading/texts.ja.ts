import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  loading: 'ライセンスを読み込んでいます',
  loaded: '{loaded, plural, other {# 行}}',
  loadedOf: '{total, plural, other {# 行}}中 {loaded} 行',
  all: '{rows, plural, other {全 # 行}}',
  secondsLeft: '残り {seconds} 秒',
  minutesLeft: '残り {minutes} 分',
  stop: '読み込みを停止',
  loadAll: 'すべての行を読み込む',
  load: '{rows, plural, other {# 行を読み込む}}',
  offer: 'すぐに並べ替え、検索、フィルターを行うには:',
  offerIn: '{requests, plural, other {すぐに並べ替え、検索、フィルターを行うには (要求 # 件):}}',
  settings: 'このブラウザーの行',
  overLimit:
    '{rows, plural, other {# 行は、このブラウザーで許可した {limit} 行を超えています。ここで変更できます:}}',
  overLimitSomehow: '行数が、このブラウザーで許可した {limit} 行を超えています。ここで変更できます:',
};
