import type { Catalogue } from '#ui/language.ts';
import { MEND } from './sign-in-texts.ts';

type StartTexts = {
  readonly tagline: string;
  readonly signInExplained: string;
  readonly signInFailed: string;
  readonly linkKept: string;
  readonly configHeading: string;
  readonly configField: (field: string, problem: string) => string;
  readonly configFile: (problem: string) => string;
  readonly configFix: string;
  readonly startFailed: string;
};

/** The texts of the pages that stand before the dashboard or replace it. */
export const startTexts: Catalogue<StartTexts> = {
  en: {
    tagline: 'Licenses deployed against licenses sold, for every customer and product.',
    signInExplained: 'Use the work account that has access to Partner Center.',
    signInFailed: 'The sign-in did not go through.',
    linkKept: 'The link you opened is kept and opens after sign-in.',
    configHeading: 'License Lens is not configured',
    configField: (field, problem) => `In config.json, ${field} ${problem}.`,
    configFile: (problem) => `config.json ${problem}.`,
    configFix: MEND,
    startFailed: 'License Lens could not start',
  },
};
