import type { Catalogue } from '#ui/language.ts';

type ChangeTexts = {
  readonly better: string;
  readonly worse: string;
  readonly same: string;
  /** The figure is known, but its earlier value is not. */
  readonly notCompared: string;
  readonly since: (date: string) => string;
  readonly aboutCompared: string;
};

export const texts: Catalogue<ChangeTexts> = {
  en: {
    better: 'better',
    worse: 'worse',
    same: 'unchanged',
    notCompared: 'not compared',
    since: (date) => `Since ${date}`,
    aboutCompared: 'Compared with (processedDateTime)',
  },
};
