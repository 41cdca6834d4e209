import { defineTexts } from '#ui/catalogue.ts';

/** The hints for a person who is new here. `control` is the key that the system's shortcuts use. */
export const texts = defineTexts('features/hints/texts', {
  hint: 'Hint',
  hints: {
    bars: 'Click a bar to look closer. {control} or Shift and a click adds another.',
    link: 'The address holds the whole view: Copy link shows a colleague the same.',
    commands: '{control} K finds any customer, product or view.',
  },
  dismiss: 'Dismiss this hint',
});
