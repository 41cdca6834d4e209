import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  csv: 'CSV',
  excel: 'Excel',
  separator: 'الفاصل بين أعمدة ملف CSV',
  separators: { ',': 'فاصلة', ';': 'فاصلة منقوطة', '\t': 'علامة جدولة' },
  failed: 'تعذّرت كتابة الملف.',
  tooMany: 'عدد الصفوف {rows}، بينما تتسع ورقة Excel لـ {most}. صدّر إلى CSV، أو طبّق التصفية أو التجميع أولًا.',
  sheet: 'نشر التراخيص',
  about: 'حول',
  aboutLines: {
    view: 'طريقة العرض',
    link: 'الارتباط',
    snapshot: 'اللقطة',
    filter: 'التصفية',
    search: 'البحث',
    groupedBy: 'التجميع حسب',
    rows: 'الصفوف',
    summedBy: 'جهة الجمع',
    prices: 'الأسعار',
    priced: 'التراخيص الخاملة ذات السعر',
    written: 'وقت الكتابة',
  },
  idlePriced: 'الخاملة ذات السعر',
  idleValue: 'قيمة الخاملة ({currency} شهريًا)',
  assign: {
    utilization: 'التعيين للوصول إلى {percent}',
    noneIdle: 'التعيين كي لا يبقى أي ترخيص خامل',
    idleBelow: 'التعيين كي تقل التراخيص الخاملة عن {licenses}',
  },
  drop: {
    utilization: 'أو الإلغاء للوصول إلى {percent}',
    noneIdle: 'أو الإلغاء كي لا يبقى أي ترخيص خامل',
    idleBelow: 'أو الإلغاء كي تقل التراخيص الخاملة عن {licenses}',
  },
  ownPrices: 'قائمة أسعار خاصة ({basis})، بعملة {currency} شهريًا، منذ {changed}',
  typedPrices: 'مُدخلة يدويًا',
  pricedOf: '{priced} من {idle}',
  everything: 'بلا: كل شيء',
  byService: 'الخدمة',
  byPage: 'هذه الصفحة، من كل صف في اللقطة',
};
