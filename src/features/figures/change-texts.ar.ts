import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './change-texts.ts';

export const messages: Translation<typeof texts> = {
  better: 'أفضل',
  worse: 'أسوأ',
  same: 'دون تغيير',
  notCompared: 'دون مقارنة',
  since: 'منذ {date}',
  aboutCompared: 'مقارنةً بـ (processedDateTime)',
};
