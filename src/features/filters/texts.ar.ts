import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  filters: 'عوامل التصفية',
  activeFilters: 'عوامل التصفية النشطة',
  addFilter: 'إضافة عامل تصفية',
  clearFilters: 'مسح عوامل التصفية',
  more: '{count} أخرى',
  withId: '{name} ({id})',
  showMore: 'إظهار {count} أخرى',
  remove: 'إزالة {what}',
  edit: 'تحرير {condition}',
  condition: '{operator, select, is {{field} يساوي {values}} other {{field} لا يساوي {values}}}',
  blank: '(فارغ)',
  expression: 'تعبير التصفية',
  expressionExample: "مثال: channel eq 'reseller' and productName ne 'Visio Plan 2'",
  expressionKeys: 'Enter للتطبيق، وEsc للتراجع',
  withoutDialog: 'يمكن أيضًا كتابة التصفية كتعبير.',
  titleCompared: 'مقارنة مع {date}',
  titleSearch: '"{text}"',
  titleGrouped: 'حسب {fields}',
};
