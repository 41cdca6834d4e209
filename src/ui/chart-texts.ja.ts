import type { Translation } from './catalogue.ts';
import type { chartTexts } from './chart-texts.ts';

export const messages: Translation<typeof chartTexts> = {
  showAsTable: '表として表示',
  showAsChart: 'グラフとして表示',
};
