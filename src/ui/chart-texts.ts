import type { Catalogue } from './language.ts';

type Texts = { readonly showAsTable: string; readonly showAsChart: string };

/** The texts that every chart has. */
export const chartTexts: Catalogue<Texts> = {
  en: { showAsTable: 'Show as table', showAsChart: 'Show as chart' },
};
