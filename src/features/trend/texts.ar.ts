import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  range: 'النطاق الزمني',
  ranges: { 7: '7 أيام', 30: '30 يومًا', 90: '90 يومًا', 396: '13 شهرًا' },
  from: 'من',
  to: 'إلى',
  date: 'التاريخ',
  of: '{figure}، {member}',
  reading: 'تتم قراءة الأيام',
  stop: 'إيقاف القراءة',
  goOn: 'متابعة القراءة',
  searchNeedsRows:
    'يشمل الاتجاه كل ما تسمح به التصفية: لا تستطيع الخدمة البحث، وصفوف الأيام الماضية غير محمَّلة.',
  clearSearch: 'مسح البحث',
  noData: 'لم تصل بعد أي لقطة ضمن هذا النطاق.',
  failed: 'عدد الأيام التي تعذّرت قراءتها: {days}.',
  missing: 'عدد الأيام التي لا لقطة لها: {days} من أصل {all} من الأيام المطلوبة، ولذلك ينقطع الخط عندها.',
  everyDay: 'عدد اللقطات: {snapshots}',
  sampled: '{asked} من أصل {days} من الأيام، مختارة بالتساوي',
  fromTo: 'من {from} إلى {to}',
  hint: 'اختر يومًا لعرضه، أو يومين للمقارنة بينهما. اسحب فوق الأيام لإلقاء نظرة أقرب.',
  axisBegins: 'يبدأ المحور عند {value}.',
  chosenOne: 'تم اختيار {date}. اختر يومًا آخر للمقارنة.',
  show: 'عرض {date}',
  compare: 'مقارنة {earlier} مع {later}',
  clearChoice: 'إلغاء الاختيار',
  splitBy: 'مقسّم حسب {field}: الأكبر حاليًا من حيث {measure}',
  othersInTable: 'مجموع البقية ({count}) موجود في الجدول.',
  othersLeftOut: 'لا توجد صفوف للبقية ({count}).',
  ofTheseAlone: 'مجاميع اليوم تخص هذه وحدها: يجب قراءة البقية كلها ({count}) لكل يوم.',
  ofThese: '{figure}، مجموع هذه',
  other: 'أخرى ({count})',
  point:
    '{date}: المباع {sold}، المنشور {deployed}، نسبة الاستخدام {utilization}{figure, select, none {} other {، {figure} {value}}}{isOfThese, select, yes {، مجموع هذه} other {}}',
  measure: 'المقياس',
  soldAndDeployed: 'المباع والمنشور',
  idleFinding: 'يجري تحديد ما تتطلبه قراءة التراخيص الخاملة ليوم واحد.',
  idleOffer:
    'التراخيص الخاملة معروفة للقطات المحمَّلة. أما الأيام الأخرى فتتطلب قراءة كل منتج لكل عميل: عدد الأيام {days}، وعدد الطلبات نحو {requests}.',
  readIdle: 'قراءتها',
  idleTooMany:
    'التراخيص الخاملة معروفة للقطات المحمَّلة فقط: يتطلب يومان وحدهما طلبات أكثر مما يُسمح به للاتجاه. يمكن تقليلها بالتصفية.',
  idleUnknown: 'التراخيص الخاملة معروفة للقطات المحمَّلة فقط: لا يُعرف مقدار ما يجب قراءته للأيام الأخرى.',
};
