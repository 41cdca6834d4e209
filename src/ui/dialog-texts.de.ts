import type { Translation } from './catalogue.ts';
import type { dialogTexts } from './dialog-texts.ts';

export const messages: Translation<typeof dialogTexts> = {
  notApplied: 'Ihre Änderungen sind noch nicht übernommen.',
  discard: 'Änderungen verwerfen',
  goOn: 'Weiter bearbeiten',
};
