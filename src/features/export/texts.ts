import type { Separator } from '#partner-center/csv.ts';
import type { Catalogue } from '#ui/language.ts';

type ExportTexts = {
  readonly export: string;
  readonly csv: string;
  readonly excel: string;
  readonly separator: string;
  readonly separators: Readonly<Record<Separator, string>>;
  readonly writing: string;
  readonly progress: (rows: string, total: string) => string;
  readonly stop: string;
  readonly done: (rows: string) => string;
  readonly failed: string;
  readonly tooMany: (rows: string, most: string) => string;
  readonly sheet: string;
  readonly about: string;
  readonly aboutLines: Readonly<
    Record<'link' | 'snapshot' | 'filter' | 'search' | 'groupedBy' | 'rows' | 'summedBy' | 'written', string>
  >;
  readonly everything: string;
  readonly byService: string;
  readonly byPage: string;
};

/** The texts of taking rows away. */
export const texts: Catalogue<ExportTexts> = {
  en: {
    export: 'Export',
    csv: 'CSV',
    excel: 'Excel',
    separator: 'Between the columns of a CSV file',
    separators: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' },
    writing: 'Exporting rows',
    progress: (rows, total) => `${rows} of ${total} rows written`,
    stop: 'Stop exporting',
    done: (rows) => `${rows} rows exported`,
    failed: 'The file could not be written.',
    tooMany: (rows, most) =>
      `There are ${rows} rows, and an Excel sheet has room for ${most}. Export CSV, or filter or group first.`,
    sheet: 'License deployment',
    about: 'About',
    aboutLines: {
      link: 'Link',
      snapshot: 'Snapshot',
      filter: 'Filter',
      search: 'Search',
      groupedBy: 'Grouped by',
      rows: 'Rows',
      summedBy: 'Summed by',
      written: 'Written',
    },
    everything: 'none: everything',
    byService: 'the service',
    byPage: 'this page, from every row of the snapshot',
  },
};
