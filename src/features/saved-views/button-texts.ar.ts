import type { Translation } from '#ui/catalogue.ts';
import type { buttonTexts } from './button-texts.ts';

export const messages: Translation<typeof buttonTexts> = {
  savedViews: 'طرق العرض المحفوظة',
  saveThis: 'حفظ طريقة العرض هذه',
};
