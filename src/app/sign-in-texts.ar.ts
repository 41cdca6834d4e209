import type { Translation } from '#ui/catalogue.ts';
import type { signInTexts } from './sign-in-texts.ts';

export const messages: Translation<typeof signInTexts> = {
  signInImpossible: {
    authorityUnknown:
      'في config.json، قيمة authority هي {detail}، وهي ليست تسجيل دخول من Microsoft؛ ويجب ذكر تسجيل دخول أي موفر آخر في knownAuthorities أيضًا. يمكن لمن يدير هذا الموقع إصلاح ذلك في هذا الملف وحده؛ ثم أعد تحميل هذه الصفحة.',
    authoritySilent:
      'في config.json، قيمة authority هي {detail}، ولكن لم يُعثر هناك على تسجيل دخول. تحقق من الشبكة؛ وإذا استمر ذلك فالعنوان خطأ، أو أن مضيفه غير مذكور في knownAuthorities. يمكن لمن يدير هذا الموقع إصلاح ذلك في هذا الملف وحده؛ ثم أعد تحميل هذه الصفحة.',
    other: 'تعذّر فتح تسجيل الدخول: {detail}',
  },
  blocked: 'لا يسمح نهج هذا الموقع (Content-Security-Policy، {directive}) للصفحة بالوصول إلى {address}',
  blockedAdvice:
    'يأتي هذا العنوان من config.json، والنهج من ملف خادم الويب: على من يدير هذا الموقع كتابة ذلك الملف من جديد وفق التكوين (npm run deploy:files). ثم أعد تحميل هذه الصفحة.',
  blockedSaid:
    'لا يسمح نهج هذا الموقع (Content-Security-Policy، {directive}) للصفحة بالوصول إلى {address}. يأتي هذا العنوان من config.json، والنهج من ملف خادم الويب: على من يدير هذا الموقع كتابة ذلك الملف من جديد وفق التكوين (npm run deploy:files). ثم أعد تحميل هذه الصفحة.',
};
