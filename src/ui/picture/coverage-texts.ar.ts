import type { Translation } from '#ui/catalogue.ts';
import type { coverageTexts } from './coverage-texts.ts';

export const messages: Translation<typeof coverageTexts> = {
  snapshot: 'لقطة {date}',
  everything: 'الكل، دون تصفية',
  filter: 'التصفية: {expression}',
  search: 'البحث: «{text}»',
  summedBy: {
    service: 'جمعتها الخدمة',
    snapshot:
      '{read, plural, zero {جُمعت من # صف} one {جُمعت من صف واحد} two {جُمعت من صفين} few {جُمعت من # صفوف} many {جُمعت من # صفًا} other {جُمعت من # صف}}',
  },
};
