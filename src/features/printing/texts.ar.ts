import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  snapshot: 'اللقطة',
  filter: 'التصفية',
  search: 'البحث',
  sums: 'جهة الجمع',
  sumsOf: { service: 'الخدمة', snapshot: 'License Lens، من كل صف' },
  rowsSummed: 'الصفوف المجموعة',
  link: 'الارتباط',
};
