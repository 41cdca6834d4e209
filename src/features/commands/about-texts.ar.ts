import type { Translation } from '#ui/catalogue.ts';
import type { aboutTexts } from './about-texts.ts';

export const messages: Translation<typeof aboutTexts> = {
  heading: 'حول License Lens',
  facts: { version: 'الإصدار', commit: 'الإيداع', license: 'الترخيص' },
  notices: 'إشعارات الأطراف الثالثة',
  noticesExplained: 'أصحاب الأعمال المضمّنة في هذه الصفحة والتراخيص المرفقة بها.',
  asFile: 'فتحها كملف',
  close: 'إغلاق',
};
