import type { Translation } from '#ui/catalogue.ts';
import type { buttonTexts } from './button-texts.ts';

export const messages: Translation<typeof buttonTexts> = {
  prices: 'الأسعار',
  offer: 'كم تساوي التراخيص الخاملة؟ أسعارك الخاصة تبيّن ذلك.',
  idleValue: 'قيمة الخاملة',
  month: '{money} شهريًا',
  priced: 'ذات سعر: {percent} من {idle} من التراخيص الخاملة',
  nothingIdle: 'لا توجد تراخيص خاملة.',
  needsEverything: 'تُعرف القيمة بعد قراءة كل منتج لكل عميل: حمّل جميع الصفوف.',
  failed: 'تعذّر التحميل.',
};
