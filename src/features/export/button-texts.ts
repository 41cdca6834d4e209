import type { Catalogue } from '#ui/language.ts';

type ButtonTexts = {
  readonly export: string;
  readonly writing: string;
  readonly stop: string;
  readonly done: (rows: string) => string;
};

/** The texts of the button for exporting rows, which are needed with the first figures. */
export const buttonTexts: Catalogue<ButtonTexts> = {
  en: {
    export: 'Export',
    writing: 'Exporting rows',
    stop: 'Stop exporting',
    done: (rows) => `${rows} rows exported`,
  },
};
