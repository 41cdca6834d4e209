import { defineTexts } from '#ui/catalogue.ts';

export const texts = defineTexts('features/free-products/texts', {
  // `share` is their share of what was sold.
  drown:
    '{share} of what is sold here are free and trial products, which nobody bought to use ({products, plural, one {# product} other {# products}}).',
  leaveOut: 'Leave them out',
  dismiss: 'Close this note',
});
