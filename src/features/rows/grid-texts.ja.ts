import type { Translation } from '#ui/catalogue.ts';
import type { gridTexts } from './grid-texts.ts';

export const messages: Translation<typeof gridTexts> = {
  ariaSortableColumn: '並べ替えるには Enter キーを押します',
};
