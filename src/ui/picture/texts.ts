import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the menu for pictures. */
export const pictureTexts = defineTexts('ui/picture/texts', {
  take: 'Take {chart} along',
  svg: 'Save as SVG',
  png: 'Save as PNG',
  copy: 'Copy as picture',
  copied: 'The picture is copied.',
  notCopied: 'The browser did not copy it. Save it instead.',
});
