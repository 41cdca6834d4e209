import { createPart } from '#query/part.ts';

/** The code that draws a chart as a picture. It is fetched when a person wants a picture. */
export const pictureMenu = createPart(() => import('#ui/picture/picture-menu.tsx'));
