import type { Translation } from '#ui/catalogue.ts';
import type { noticesTexts } from './notices-texts.ts';

export const messages: Translation<typeof noticesTexts> = {
  linkProblems: 'تعذّرت قراءة جزء من هذا الارتباط. طُبّق الباقي منه.',
  notYet: 'يطلب هذا الارتباط أكثر مما يمكن لهذه الصفحة عرضه حاليًا',
  notYetAspects: {
    view: 'طريقة العرض "{value}" غير متوفرة بعد: هذه هي النظرة العامة.',
    measure: 'المقياس "{value}" لا يُقارن بعد: يرتّب المخطط حسب المباع.',
    order: 'الترتيب حسب "{value}" لا يُحسب بعد، لذا لا يُطبّق.',
  },
  needsPrices:
    'يتطلب الترتيب حسب "idleValue" أسعارك الخاصة، وهي غير موجودة في هذا المتصفح: يُطبّق الترتيب المعتاد. أضفها باستخدام الزر "الأسعار".',
  noSnapshot: {
    heading: 'لا توجد بيانات ليوم {date}',
    advice: 'ليست لدى الخدمة لقطة لذلك اليوم. بقيت عوامل التصفية والتجميع: اختر يومًا آخر.',
  },
  noData: {
    heading: 'لا توجد تراخيص بعد',
    advice: 'ليست لدى الخدمة بيانات نشر لهذا الحساب. تظهر بعد نحو يوم من أول عملية بيع.',
  },
  showLatest: 'عرض أحدث لقطة',
};
