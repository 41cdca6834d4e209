import type { ChangeField } from '#view/view.ts';
import type { Catalogue } from './language.ts';

/** Short names of what a comparison adds to a row: column headers. */
export const changeTexts: Catalogue<Readonly<Record<ChangeField, string>>> = {
  en: {
    before: 'Before',
    change: 'Change',
    changePercent: 'Change %',
    changeDeployed: 'Change deployed',
    changeIdle: 'Change idle',
  },
};
