import type { Catalogue } from './language.ts';

type ChangeTexts = Readonly<
  Record<'before' | 'change' | 'changePercent' | 'changeDeployed' | 'changeIdle', string>
>;

/** The short names of what a comparison adds to a row: they are column headers. */
export const changeTexts: Catalogue<ChangeTexts> = {
  en: {
    before: 'Before',
    change: 'Change',
    changePercent: 'Change %',
    changeDeployed: 'Change deployed',
    changeIdle: 'Change idle',
  },
};
