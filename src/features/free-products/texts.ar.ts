import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  drown:
    '{share} من المبيعات هنا منتجات مجانية وتجريبية لم يشترها أحد لاستخدامها ({products, plural, zero {# منتج} one {منتج واحد} two {منتجان} few {# منتجات} many {# منتجًا} other {# منتج}}).',
  leaveOut: 'استبعادها',
  dismiss: 'إغلاق هذه الملاحظة',
};
