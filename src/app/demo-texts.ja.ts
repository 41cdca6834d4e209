import type { Translation } from '#ui/catalogue.ts';
import type { demoTexts } from './demo-texts.ts';

export const messages: Translation<typeof demoTexts> = {
  demo: 'デモ データ',
  explained: '顧客と数値は架空のものです。',
};
