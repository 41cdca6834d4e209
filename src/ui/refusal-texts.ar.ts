import type { Translation } from './catalogue.ts';
import type { refusalTexts } from './refusal-texts.ts';

export const messages: Translation<typeof refusalTexts> = {
  off: 'الاحتفاظ بالصفوف في هذا المستعرض متوقف.',
  full: 'لم تعد في هذا المستعرض مساحة للاحتفاظ بالصفوف.',
  unavailable: 'لا يسمح هذا المستعرض للصفحة بالاحتفاظ بأي شيء.',
  failed: 'تعذّر إتمام ذلك. حاول مرة أخرى، وإذا استمرت المشكلة فأعد تحميل الصفحة.',
  'not-deleted':
    'لم يؤكد المستعرض حذف الصفوف المحتفظ بها. حاول مرة أخرى، أو امسح بيانات هذا الموقع من إعدادات المستعرض.',
};
