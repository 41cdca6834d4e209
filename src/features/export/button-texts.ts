import type { Catalogue } from '#ui/language.ts';

type ButtonTexts = {
  readonly export: string;
  readonly writing: string;
  readonly stop: string;
  readonly done: (rows: string) => string;
};

/** The texts of the button that takes rows away, which the first figures need. */
export const buttonTexts: Catalogue<ButtonTexts> = {
  en: {
    export: 'Export',
    writing: 'Exporting rows',
    stop: 'Stop exporting',
    done: (rows) => `${rows} rows exported`,
  },
};
