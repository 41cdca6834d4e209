import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  groupBy: 'التجميع حسب',
  ungrouped: 'بلا تجميع',
  usual: 'التجميع المعتاد',
  thenBy: '{earlier}، ثم {next}',
  changeGrouping: 'تغيير التجميع',
  moveBefore: 'نقل {name} قبل {earlier}',
};
