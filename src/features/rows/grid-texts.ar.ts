import type { Translation } from '#ui/catalogue.ts';
import type { gridTexts } from './grid-texts.ts';

export const messages: Translation<typeof gridTexts> = {
  ariaSortableColumn: 'اضغط على ENTER للفرز',
};
