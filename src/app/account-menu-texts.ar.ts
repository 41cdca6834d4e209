import type { Translation } from '#ui/catalogue.ts';
import type { accountMenuTexts } from './account-menu-texts.ts';

export const messages: Translation<typeof accountMenuTexts> = {
  dialogs: {
    commands: 'الأوامر',
    shortcuts: 'اختصارات لوحة المفاتيح',
    help: 'التعليمات',
    about: 'حول License Lens',
  },
  signOut: 'تسجيل الخروج',
  language: 'اللغة',
  languageFailed: 'تعذّر جلب اللغة. اخترها مرة أخرى عند الاتصال بالإنترنت.',
  theme: 'المظهر',
  themes: { system: 'مثل النظام', light: 'فاتح', dark: 'داكن' },
  secondFactorDue:
    'لا يتضمن تسجيل دخولك عاملًا ثانيًا. لا تزال الخدمة تستجيب، لكنها تفيد بأن ذلك سيتوقف: اطلب من المسؤول تسجيل دخول متعدد العوامل.',
};
