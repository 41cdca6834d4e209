import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  productName: 'License Lens',
  skipToContent: 'コンテンツにスキップ',
  heading: 'ライセンスの展開',
  views: 'ビュー',
  viewNames: {
    overview: '概要',
    opportunities: '商談機会',
    anomalies: '異常',
    trend: '推移',
  },
  signIn: 'サインイン',
  account: 'アカウント',
  signedInAs: '{username} としてサインイン中',
  commands: 'コマンド',
  commandsKey: 'コマンド ({control} K)',
  reload: '再読み込み',
  charts: 'グラフ',
  rows: '行',
  viewOptions: '表示オプション',
  done: '完了',
};
