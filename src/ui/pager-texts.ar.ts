import type { Translation } from './catalogue.ts';
import type { texts } from './pager-texts.ts';

export const messages: Translation<typeof texts> = {
  pages: 'الصفحات',
  turnTo: {
    first: 'الصفحة الأولى',
    previous: 'الصفحة السابقة',
    next: 'الصفحة التالية',
    last: 'الصفحة الأخيرة',
  },
  range:
    '{known, select, yes {من {first} إلى {last} من إجمالي {total}} other {من {first} إلى {last} من أكثر من {total}}}',
  noRange: '{none} من {total}',
  noRows: 'لا توجد صفوف هنا',
  rowsPerPage: 'عدد الصفوف في الصفحة',
};
