import type { Translation } from './catalogue.ts';
import type { nothingMatchesTexts } from './nothing-matches-texts.ts';

export const messages: Translation<typeof nothingMatchesTexts> = {
  heading: 'لا توجد تراخيص مطابقة',
  advice: 'أزل أو غيّر شرطًا أو البحث أعلاه، أو اعرض كل شيء.',
  everything: 'عرض كل شيء',
};
