import type { Translation } from './catalogue.ts';
import type { partTexts } from './part-texts.ts';

export const messages: Translation<typeof partTexts> = {
  missing: 'تعذّر جلب هذا الجزء من الصفحة.',
  failed: 'تعذّر عرض هذا الجزء من الصفحة.',
  newVersion: 'قد يكون هناك إصدار جديد من الصفحة. تحتفظ إعادة التحميل بطريقة العرض.',
  tryAgain: 'إعادة المحاولة',
  reload: 'إعادة التحميل',
};
