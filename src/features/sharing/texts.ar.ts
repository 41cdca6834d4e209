import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  copyLink: 'نسخ الارتباط',
  copied: 'تم نسخ الارتباط',
  copyByHand: 'لم يسمح المتصفح بالنسخ: انسخ العنوان من شريط العناوين.',
  longLinkCopied: 'تم نسخ الارتباط. يتجاوز عدد أحرفه {limit}: تقتطع بعض البرامج مثل هذه الارتباطات.',
};
