import type { Translation } from '#ui/catalogue.ts';
import type { demoTexts } from './demo-texts.ts';

export const messages: Translation<typeof demoTexts> = {
  demo: 'بيانات تجريبية',
  explained: 'العملاء وأرقامهم مختلَقون.',
};
