import type { Translation } from '#ui/catalogue.ts';
import type { buttonTexts } from './button-texts.ts';

export const messages: Translation<typeof buttonTexts> = {
  export: 'تصدير',
  writing: 'جارٍ تصدير الصفوف',
  stop: 'إيقاف التصدير',
  done: '{rows, plural, zero {لم يُصدَّر أي صف} one {تم تصدير صف واحد} two {تم تصدير صفين} few {تم تصدير # صفوف} many {تم تصدير # صفًا} other {تم تصدير # صف}}',
};
