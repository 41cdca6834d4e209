import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  productName: 'License Lens',
  skipToContent: 'التخطي إلى المحتوى',
  heading: 'نشر التراخيص',
  views: 'طرق العرض',
  viewNames: {
    overview: 'نظرة عامة',
    opportunities: 'الفرص',
    anomalies: 'الحالات الشاذة',
    trend: 'الاتجاه',
  },
  signIn: 'تسجيل الدخول',
  account: 'الحساب',
  signedInAs: 'تم تسجيل الدخول باسم {username}',
  commands: 'الأوامر',
  commandsKey: 'الأوامر ({control} K)',
  reload: 'إعادة التحميل',
  charts: 'المخططات',
  rows: 'الصفوف',
  viewOptions: 'خيارات العرض',
  done: 'تم',
};
