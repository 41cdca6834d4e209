import type { Translation } from './catalogue.ts';
import type { dialogTexts } from './dialog-texts.ts';

export const messages: Translation<typeof dialogTexts> = {
  notApplied: 'لم تُطبَّق تغييراتك بعد.',
  discard: 'تجاهل التغييرات',
  goOn: 'متابعة التحرير',
};
