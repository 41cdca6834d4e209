import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './change-texts.ts';

export const messages: Translation<typeof texts> = {
  better: 'besser',
  worse: 'schlechter',
  same: 'unverändert',
  notCompared: 'nicht verglichen',
  since: 'Seit {date}',
  aboutCompared: 'Verglichen mit (processedDateTime)',
};
