import type { Catalogue } from './language.ts';

type Texts = { readonly showAsTable: string; readonly showAsChart: string };

/** What is said of every chart. */
export const chartTexts: Catalogue<Texts> = {
  en: { showAsTable: 'Show as table', showAsChart: 'Show as chart' },
};
