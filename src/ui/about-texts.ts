import { defineTexts } from './catalogue.ts';

/** The texts of the button for an explanation, and the name of the explanation. */
export const aboutTexts = defineTexts('ui/about-texts', { about: 'About {name}' });
