import { defineTexts } from './catalogue.ts';

/** The units that `Intl` does not know. */
export const formatTexts = defineTexts('ui/format-texts', { points: '{points} pt' });
