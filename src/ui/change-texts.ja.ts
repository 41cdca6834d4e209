import type { Translation } from './catalogue.ts';
import type { changeTexts } from './change-texts.ts';

export const messages: Translation<typeof changeTexts> = {
  before: '以前',
  change: '変化',
  changePercent: '変化率',
  changeDeployed: '展開済みの変化',
  changeIdle: '未使用の変化',
};
