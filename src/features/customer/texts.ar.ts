import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  tenant: 'المستأجر {tenantId}',
  unknown: 'لم يُعثر على العميل',
  unknownAdvice:
    'لا تحتوي اللقطة{date, select, unknown {} other { بتاريخ {date}}} على تراخيص للمستأجر {tenantId}. قد توجد تراخيص له في يوم آخر.',
  toOverview: 'عرض جميع العملاء',
  similar: 'بين العملاء ذوي الحجم المماثل',
  usesMore:
    'نسبة الاستخدام أعلى مما لدى {below} من أصل {customers} من العملاء الآخرين الذين عدد تراخيصهم {size, select, same {{to, number}} other {من {from} إلى {to, number}}}.{same, plural, zero {} one { والنسبة نفسها لدى عميل واحد.} two { والنسبة نفسها لدى عميلين.} few { والنسبة نفسها لدى # عملاء.} many { والنسبة نفسها لدى # عميلًا.} other { والنسبة نفسها لدى # عميل.}}',
  usesMoreThanOne:
    'نسبة الاستخدام {isMore, select, yes {أعلى} other {ليست أعلى}} مما لدى العميل الآخر الوحيد الذي عدد تراخيصه {size, select, same {{to, number}} other {من {from} إلى {to, number}}}.',
  nobody:
    'لا يوجد عميل آخر عدد تراخيصه {size, select, same {{to, number}} other {من {from} إلى {to, number}}}.',
  nothingSold: 'لم يُبَع شيء لهذا العميل، لذا لا توجد نسبة استخدام للمقارنة.',
  failed: 'تعذّر التحميل.',
  axis: 'نسبة استخدام العملاء الآخرين؛ والسهم لهذا العميل',
  ownPlace: 'هذا العميل: {share}',
  utilization: 'نسبة الاستخدام',
  customers: 'العملاء',
  step: 'من {from} إلى {to}',
  exactly: '{share} تمامًا',
  above: 'أكثر من {share}',
  over: 'أكثر',
  needsAll:
    'تتطلب المقارنة قراءة {customers, select, unknown {جميع العملاء} other {جميع العملاء وعددهم {customers}}}{requests, select, unknown {} other {، وعدد الطلبات {requests}}}.',
  load: '{customers, select, unknown {قراءة جميع العملاء} other {قراءة جميع العملاء ({customers})}}',
};
