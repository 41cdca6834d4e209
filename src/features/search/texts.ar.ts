import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  search: 'البحث عن العملاء والمنتجات',
  clear: 'مسح البحث',
  pending: 'لم يُطبَّق البحث عن "{text}" بعد: تشمل الأرقام جميع الأسماء.',
  loading: 'سيُطبَّق بمجرد تحميل جميع الصفوف.',
  needsRows: 'يتطلب البحث جميع الصفوف: حمّلها في الأعلى.',
  overLimit: 'يتطلب البحث جميع الصفوف، وهي أكثر مما تسمح به في هذا المتصفح.',
};
