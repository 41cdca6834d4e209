import type { EngineName } from '#engine/engine.ts';
import type { Catalogue } from '#ui/language.ts';

type PrintingTexts = {
  readonly snapshot: string;
  readonly filter: string;
  readonly search: string;
  readonly sums: string;
  readonly sumsOf: Readonly<Record<EngineName, string>>;
  readonly rowsSummed: string;
  readonly link: string;
};

/** The texts at the foot of a printed page. */
export const texts: Catalogue<PrintingTexts> = {
  en: {
    snapshot: 'Snapshot',
    filter: 'Filter',
    search: 'Search',
    sums: 'Summed by',
    sumsOf: { service: 'the service', snapshot: 'License Lens, from every row' },
    rowsSummed: 'Rows summed',
    link: 'Link',
  },
};
