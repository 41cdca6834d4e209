import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the button for exporting rows, which are needed with the first figures. */
export const buttonTexts = defineTexts('features/export/button-texts', {
  export: 'Export',
  writing: 'Exporting rows',
  stop: 'Stop exporting',
  done: '{rows, plural, one {# row exported} other {# rows exported}}',
});
