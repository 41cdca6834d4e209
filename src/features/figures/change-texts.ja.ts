import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './change-texts.ts';

export const messages: Translation<typeof texts> = {
  better: '改善',
  worse: '悪化',
  same: '変化なし',
  notCompared: '比較なし',
  since: '{date} 以降',
  aboutCompared: '比較対象 (processedDateTime)',
};
