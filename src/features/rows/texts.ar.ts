import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  grid: 'نشر التراخيص',
  list: 'الفرص',
  heading: '{fields, select, none {التراخيص بالتفصيل} other {التراخيص حسب {fields}}}',
  headingOfCustomer: '{fields, select, none {المنتجات} other {التراخيص حسب {fields}}}',
  headingOf: {
    idle: 'التراخيص الخاملة حسب {fields}',
    nearlyFull: 'شبه المكتملة حسب {fields}',
  },
  toUtilization: 'لبلوغ {percent}',
  toNoneIdle: 'لئلا يبقى خامل',
  toIdleBelow: 'لأقل من {licenses} خاملة',
  assignOrDrop: '{isSame, select, yes {تعيين {assign} أو إسقاطها} other {تعيين {assign} أو إسقاط {drop}}}',
  sharedNames:
    '{count, plural, zero {لا أسماء عملاء لعدة مستأجرين.} one {اسم عميل واحد لعدة مستأجرين جُمعت أرقامهم.} two {اسما عميلين لكل منهما عدة مستأجرين جُمعت أرقامهم.} few {# أسماء عملاء لكل منها عدة مستأجرين جُمعت أرقامهم.} many {# اسم عميل لكل منها عدة مستأجرين جُمعت أرقامهم.} other {# اسم عميل لكل منها عدة مستأجرين جُمعت أرقامهم.}}',
  groupByCustomer: 'التجميع حسب العميل',
  severalNames:
    '{count, plural, zero {لا عملاء بعدة أسماء.} one {لعميل واحد عدة أسماء، وصف لكل منها.} two {لعميلين عدة أسماء، وصف لكل منها.} few {لعدد # عملاء عدة أسماء، وصف لكل منها.} many {لعدد # عميلًا عدة أسماء، وصف لكل منها.} other {لعدد # عميل عدة أسماء، وصف لكل منها.}}',
  overDeployed: 'نشر زائد',
  worthAtLeast: '{money} على الأقل ({share})',
  new: 'جديد {nothing}',
  gone: 'اختفى {nothing}',
  noValue: '(بلا قيمة)',
  blank: '(فارغ)',
  offer:
    'بترتيب الخدمة. يتطلب الفرز حسب {columns} كل الصفوف{rows, select, unknown {، وعددها غير معروف.} other {، وعددها {rows}: {requests, plural, zero {دون طلبات} one {طلب واحد} two {طلبان} few {# طلبات} many {# طلبًا} other {# طلب}}.}}',
  offerPairs:
    '{isList, select, yes {تتطلب هذه القائمة} other {بترتيب الخدمة. يتطلب حساب الخاملة والناقصة}} كل الصفوف{rows, select, unknown {، وعددها غير معروف.} other {، وعددها {rows}: {requests, plural, zero {دون طلبات} one {طلب واحد} two {طلبان} few {# طلبات} many {# طلبًا} other {# طلب}}.}}',
  needsEverything: 'تُجمع التراخيص الخاملة والناقصة من كل منتج لكل عميل. تظهر القائمة بعد قراءتها كلها.',
  load: '{rows, select, unknown {تحميل كل الصفوف} other {تحميل الصفوف ({rows})}}',
  loading: 'يتم تحميل التراخيص',
  stop: 'إيقاف التحميل',
  sumsAgree: 'المجاميع متطابقة',
  sumsAgreeExplained: 'مجموع الصفوف هنا يطابق الأرقام التي جمعتها الخدمة نفسها بالتصفية ذاتها.',
  sumsDiffer: 'لا يطابق مجموع هذه الصفوف أرقام الخدمة نفسها: المباع {sold}، المنشور {deployed}.',
  reload: 'إعادة تحميل الكل',
  loaded: '{total, select, unknown {عدد الصفوف: {loaded}} other {{loaded} من أصل {total} من الصفوف}}',
  all: '{count, plural, zero {لا صفوف} one {صف واحد} two {كلا الصفين} few {كل الصفوف (#)} many {كل الصفوف (#)} other {كل الصفوف (#)}}',
  columns: 'الأعمدة',
  aboutColumn: 'حول عمود',
  pinFirst: 'تثبيت العمود الأول',
  resetColumns: 'إعادة تعيين الأعمدة',
  sortedByHidden:
    'الفرز حسب {columns}، و{count, plural, zero {هي أعمدة مخفية} one {هو عمود مخفي} two {هما عمودان مخفيان} few {هي أعمدة مخفية} many {هي أعمدة مخفية} other {هي أعمدة مخفية}}.',
  showColumns:
    '{count, plural, zero {إظهار الأعمدة} one {إظهار العمود} two {إظهار العمودين} few {إظهار الأعمدة} many {إظهار الأعمدة} other {إظهار الأعمدة}}',
  cellsChosen: 'الخلايا المختارة: {rows} × {columns}، جاهزة للنسخ.',
  copied:
    '{cells, plural, zero {لم تُنسخ خلايا.} one {نُسخت الخلية.} two {نُسخت خليتان.} few {نُسخت # خلايا.} many {نُسخت # خلية.} other {نُسخت # خلية.}}',
  notCopied: 'تعذّر نسخ الخلايا. حاول مرة أخرى.',
  tooManyToCopy: 'يمكن نسخ {most} من الصفوف على الأكثر في المرة الواحدة. اختر أقل.',
  others: 'مجموع البقية ({count})',
  noSuchPage:
    '{lastPage, select, unknown {لا توجد صفوف في الصفحة {page}.} other {الصفحة {page} غير موجودة: الصفحة الأخيرة هي {lastPage}.}}',
  goToPage: 'الانتقال إلى الصفحة {page}',
  nothingThere: 'لا تحتوي هذه اللقطة على تراخيص.',
  failed: 'تعذّر التحميل.',
};
