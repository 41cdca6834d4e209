import { createPart } from '#query/part.ts';

/** What draws a chart as a picture: fetched where one is taken along. */
export const pictureMenu = createPart(() => import('#ui/picture/picture-menu.tsx'));
