import type { Translation } from '#ui/catalogue.ts';
import type { pictureTexts } from './texts.ts';

export const messages: Translation<typeof pictureTexts> = {
  take: 'أخذ صورة من {chart}',
  svg: 'حفظ بتنسيق SVG',
  png: 'حفظ بتنسيق PNG',
  copy: 'نسخ كصورة',
  copied: 'تم نسخ الصورة.',
  notCopied: 'لم ينسخها المستعرض. احفظها بدلًا من ذلك.',
};
