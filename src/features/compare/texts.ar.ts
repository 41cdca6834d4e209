import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  noData: 'ليس لدى الخدمة لقطة بتاريخ {asked} للمقارنة معها.',
  lookingFor: 'جارٍ البحث عن أقرب يوم سابق فيه بيانات.',
  nearest: 'أقرب يوم سابق فيه بيانات هو {found}.',
  noneNear: 'ولا بيانات في الأيام العشرة السابقة له أيضًا. اختر يومًا آخر.',
  compareWith: 'المقارنة مع {date}',
  stopComparing: 'عدم المقارنة',
  otherDay: 'لا لقطة بتاريخ {asked}؛ تتم المقارنة مع {found}.',
  same: 'لقطة {date} هي المعروضة الآن. اختر يومًا أسبق للمقارنة معه.',
  later: '{asked} بعد {shown} المعروض: يُحسب التغيّر ابتداءً من اليوم الأسبق.',
  exchange: 'تبديل اليومين',
  needs: {
    search: 'لا يمكن مقارنة نتائج البحث إلا من كل صفوف اليومين.',
    rows: 'لا يمكن مقارنة الصفوف المفردة إلا من كل صفوف اليومين.',
    groups: 'لا يمكن مقارنة هذا العدد من المجموعات إلا من كل صفوف اليومين.',
  },
  coming: 'يجري تحميلها.',
  takes:
    'أي {rows, plural, zero {# صف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}} في {requests, plural, zero {# طلب} one {طلب واحد} two {طلبين} few {# طلبات} many {# طلبًا} other {# طلب}}.',
  tooMany: 'عددها أكبر مما تسمح به في هذا المستعرض.',
  loadBoth:
    '{known, select, yes {تحميل اليومين ({rows, plural, zero {# صف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}})} other {تحميل اليومين}}',
  loading: 'تحميل تراخيص {date}',
  amount:
    '{known, select, yes {{date}: {loaded, number} من {total, plural, zero {# صف} one {صف واحد} two {صفين} few {# صفوف} many {# صفًا} other {# صف}}} other {{date}: {loaded, plural, zero {# صف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}}}',
  compared: 'مقارنةً مع {date}.',
  comparedIn:
    'مقارنةً مع {date}: {rows, plural, zero {# صف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}.',
  stop: 'إيقاف تحميل {date}',
  moversUp: 'الأكثر ارتفاعًا',
  moversDown: 'الأكثر انخفاضًا',
  nobodyUp: 'لم يرتفع شيء.',
  nobodyDown: 'لم ينخفض شيء.',
  new: 'جديد',
  gone: 'زال',
  noValue: '(بلا قيمة)',
  blank: '(فارغ)',
  filterBy: 'التصفية حسب {member}',
  failed: 'تعذّر التحميل.',
  appeared:
    '{customers, plural, zero {لا عملاء جدد} one {عميل جديد واحد} two {عميلان جديدان} few {# عملاء جدد} many {# عميلًا جديدًا} other {# عميل جديد}}',
  vanished:
    '{customers, plural, zero {لم يغادر أي عميل} one {غادر عميل واحد} two {غادر عميلان} few {غادر # عملاء} many {غادر # عميلًا} other {غادر # عميل}}',
  showAppeared: '{customers}: عرضهم في الصفوف',
  showVanished: '{customers}: عرضهم في الصفوف',
};
