import type { Translation } from '#ui/catalogue.ts';
import type { buttonTexts } from './button-texts.ts';

export const messages: Translation<typeof buttonTexts> = {
  export: 'Exportieren',
  writing: 'Zeilen werden exportiert',
  stop: 'Export anhalten',
  done: '{rows, plural, one {# Zeile exportiert} other {# Zeilen exportiert}}',
};
