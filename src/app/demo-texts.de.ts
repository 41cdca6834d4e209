import type { Translation } from '#ui/catalogue.ts';
import type { demoTexts } from './demo-texts.ts';

export const messages: Translation<typeof demoTexts> = {
  demo: 'Demodaten',
  explained: 'Die Kunden und ihre Zahlen sind erfunden.',
};
