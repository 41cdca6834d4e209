import type { Catalogue } from '#ui/language.ts';

type Texts = {
  readonly take: (chart: string) => string;
  readonly svg: string;
  readonly png: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
};

/** The texts of the menu for pictures. */
export const pictureTexts: Catalogue<Texts> = {
  en: {
    take: (chart) => `Take ${chart} along`,
    svg: 'Save as SVG',
    png: 'Save as PNG',
    copy: 'Copy as picture',
    copied: 'The picture is copied.',
    notCopied: 'The browser did not copy it. Save it instead.',
  },
};
