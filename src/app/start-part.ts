import { createPart } from '#query/part.ts';

/** The pages that stand before the dashboard or replace it: a person who is signed in needs none of them. */
export const startPages = createPart(() => import('./start-pages.tsx'));
