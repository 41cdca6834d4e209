import { defineTexts } from '#ui/catalogue.ts';

/** The texts of what stands beside a figure where the view is compared: `notCompared` where the earlier value is not known. */
export const texts = defineTexts('features/figures/change-texts', {
  better: 'better',
  worse: 'worse',
  same: 'unchanged',
  notCompared: 'not compared',
  since: 'Since {date}',
  aboutCompared: 'Compared with (processedDateTime)',
});
