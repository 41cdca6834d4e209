import type { Translation } from './catalogue.ts';
import type { chartTexts } from './chart-texts.ts';

export const messages: Translation<typeof chartTexts> = {
  showAsTable: 'عرض كجدول',
  showAsChart: 'عرض كمخطط',
};
