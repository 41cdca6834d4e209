import type { Translation } from '#ui/catalogue.ts';
import type { browserRowsTexts } from './browser-rows-texts.ts';

export const messages: Translation<typeof browserRowsTexts> = {
  limit: 'الحد الأقصى للتحميل (صفوف)',
  limitHint: 'يشغل مليون صف نحو 44 ميغابايت من الذاكرة ما دامت الصفحة مفتوحة.',
  inMemory: 'تشغل الصفوف هنا، وعددها {rows}، حاليًا {size}.',
  nothingTyped: 'لم يُدخل شيء. أدخل عدد الصفوف، مثل {example}، أو 0 لعدم تحميل أي صف.',
  limitWrong: '"{typed}" ليس عددًا صحيحًا. أدخل عدد الصفوف، مثل {example}، أو 0 لعدم تحميل أي صف.',
  keep: 'الاحتفاظ بالصفوف على هذا الجهاز بين الزيارات',
  keepHint:
    'عندئذٍ لا تتطلب إعادة فتح الصفحة أي تنزيل. الصفوف مشفّرة: يؤدي تسجيل الخروج أو استخدام حساب آخر أو إيقاف هذا الخيار إلى إتلاف المفتاح، ويبقى ما يتركه المتصفح منها على القرص غير قابل للقراءة. وحتى ذلك الحين يستطيع قراءتها كل من يمكنه قراءة ملفات هذا المتصفح.',
  nothingKept: 'لا شيء مخزّن.',
  remove: 'حذف الصفوف المخزّنة ({size})',
  done: 'تم',
};
