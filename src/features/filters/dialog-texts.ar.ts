import type { Translation } from '#ui/catalogue.ts';
import type { dialogTexts } from './dialog-texts.ts';

export const messages: Translation<typeof dialogTexts> = {
  editFilter: 'تحرير عامل التصفية',
  field: 'الحقل',
  operator: 'عامل التشغيل',
  operators: { is: 'يساوي', isNot: 'لا يساوي' },
  values: 'القيم',
  chooseValues: 'اكتب لتضييق النطاق',
  chosenValues: 'القيم المختارة',
  noneChosen: 'لم يُختر شيء بعد.',
  apply: 'تطبيق',
  cancel: 'إلغاء الأمر',
  extends: 'يوسّع عامل التصفية "{condition}".',
  totals: 'المباع {sold} · المنشور {deployed}',
  loadingValues: 'جارٍ تحميل القيم…',
  valuesFailed: 'تعذّر التحميل.',
  noValues: 'لا تترك عوامل التصفية الأخرى شيئًا للاختيار منه.',
  noMatch: 'لا توجد قيمة تتضمن هذا النص.',
  moreOptions: '{count} أخرى: اكتب لتضييق النطاق',
};
