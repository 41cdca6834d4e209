import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  overDeployed: 'نشر زائد',
  soldTo:
    '{customers, plural, zero {لم تُبع لأي عميل} one {لعميل واحد} two {لعميلين} few {لـ # عملاء} many {لـ # عميلًا} other {لـ # عميل}}',
  customersOver:
    '{customers, plural, zero {لا عميل يتجاوز المباع} one {عميل واحد يتجاوز المباع} two {عميلان يتجاوزان المباع} few {# عملاء يتجاوزون المباع} many {# عميلًا يتجاوزون المباع} other {# عميل يتجاوزون المباع}}',
  showOver:
    '{alone, select, yes {{caption}: التصفية حسبها} other {{caption}: عرضها في الصفوف، الأكثر تجاوزًا للمباع أولًا}}',
  showWithoutSold:
    '{alone, select, yes {{caption}: التصفية حسبها} other {{caption}: عرضها في الصفوف، الأقل مبيعًا أولًا}}',
  ofSold: '{share} من المباع',
  deployedOfSold: 'المنشور من المباع',
  withoutSold: 'لم يُبع لهم شيء: {customers}',
  snapshotOf: 'لقطة {date}',
  allCustomers:
    '{customers, plural, zero {لا عملاء} one {العميل الوحيد} two {العميلان كلاهما} few {كل العملاء (#)} many {كل العملاء (#)} other {كل العملاء (#)}}',
  matchingCustomers:
    '{customers, plural, zero {لا عملاء مطابقون} one {عميل واحد مطابق} two {عميلان مطابقان} few {# عملاء مطابقين} many {# عميلًا مطابقًا} other {# عميل مطابق}}',
  countDisagrees: 'أحصت الخدمة {counted}، ووصل {arrived}.',
  failed: 'تعذّر التحميل.',
  about: 'حول هذه الأرقام',
  aboutSnapshot: 'اللقطة (processedDateTime)',
  aboutFilter: 'التصفية',
  aboutEverything: 'بلا تصفية: الكل',
  aboutRead: 'العملاء المقروؤون من الخدمة',
  aboutCounted: 'العملاء الذين أحصتهم الخدمة',
  aboutSearch: 'البحث',
  aboutSums: 'جهة الجمع',
  sumsOf: { service: 'الخدمة', snapshot: 'هذه الصفحة، من كل الصفوف' },
  aboutRowsRead: 'الصفوف المجموعة',
  aboutRowsCounted: 'الصفوف التي أحصتها الخدمة',
  aboutTime: 'وقت القراءة',
};
