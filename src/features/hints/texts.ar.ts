import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  hint: 'تلميح',
  hints: {
    bars: 'انقر شريطًا لإلقاء نظرة أقرب. والنقر مع {control} أو Shift يضيف شريطًا آخر.',
    link: 'يحتوي العنوان على العرض كاملًا: الرابط المنسوخ يُري زميلك الشيء نفسه.',
    commands: '{control} K يعثر على أي عميل أو منتج أو عرض.',
  },
  dismiss: 'إخفاء هذا التلميح',
};
