import { defineTexts } from '#ui/catalogue.ts';

/** The texts about what a picture is based on. */
export const coverageTexts = defineTexts('ui/picture/coverage-texts', {
  snapshot: 'Snapshot of {date}',
  everything: 'everything, no filter',
  filter: 'filter: {expression}',
  search: 'search: “{text}”',
  summedBy: {
    service: 'summed by the service',
    snapshot: '{read, plural, one {summed from # row} other {summed from # rows}}',
  },
});
