import type { Translation } from '#ui/catalogue.ts';
import type { nothingFoundTexts } from './nothing-found-texts.ts';

export const messages: Translation<typeof nothingFoundTexts> = {
  without:
    'من دون «{condition}»: {customers, plural, zero {# عميل} one {عميل واحد} two {عميلان} few {# عملاء} many {# عميلًا} other {# عميل}}',
  withoutSearch:
    'من دون البحث «{search}»: {customers, plural, zero {# عميل} one {عميل واحد} two {عميلان} few {# عملاء} many {# عميلًا} other {# عميل}}',
};
