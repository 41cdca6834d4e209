import type { Totals } from '#engine/engine.ts';
import { notDeployed, utilization } from '#engine/totals.ts';
import type { Field } from '#partner-center/fields.ts';
import type { Progress } from '#partner-center/reading/progress.ts';

/** What a column of an exported file holds. A day is `YYYY-MM-DD`, a share 1 for 100 %, money in units of its currency. */
export type ExportKind = 'text' | 'day' | 'count' | 'share' | 'money';

export type ExportValue = string | number | null;

export type ExportHeader = readonly { readonly header: string; readonly kind: ExportKind }[];

/** Some rows by their values, on their way into a file. */
export type ExportedRows = {
  readonly values: readonly (readonly ExportValue[])[];
  /** How many rows the file will have, as far as that is known. */
  readonly total: number;
};

type Line = readonly [name: string, value: string];

/** What a file says of itself, once all of its rows are read. */
export type ExportedAbout = {
  /** The snapshot as the service writes its time; empty where it is none. */
  readonly snapshot: string;
  /** The words that were searched for; empty: none. */
  readonly search: string;
  /** Fields, by their names. */
  readonly groupedBy: readonly string[];
  readonly summedBy: 'service' | 'snapshot';
  /** What else there is to say. */
  readonly further: readonly Line[];
};

/** All that a view lists, as it leaves the page. */
export type Exported = {
  /** The day that the file is named after. */
  readonly date: string;
  readonly columns: ExportHeader;
  /** How many rows there are, as far as the page knows that before it reads them; null where it does not. */
  readonly expected: () => number | null;
  /**
   * Reads them, some after the other. Rejects as an engine does, or with the signal's reason. Where the service has to be
   * asked for all before the first can be given, it is told how far that is.
   */
  readonly read: (
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ) => AsyncGenerator<ExportedRows, void, undefined>;
  readonly about: () => ExportedAbout;
};

/** A row of any view. What it has no value of is left out, or null. */
export type ExportedRow = { readonly [F in Field]?: string | null | undefined } & Partial<Totals>;

/** The columns that every exported file begins with, whatever the view is: files can be put below each other. */
export const BASE_COLUMNS = [
  { id: 'processedDateTime', kind: 'day' },
  { id: 'customerName', kind: 'text' },
  { id: 'customerTenantId', kind: 'text' },
  { id: 'productName', kind: 'text' },
  { id: 'productId', kind: 'text' },
  { id: 'serviceName', kind: 'text' },
  { id: 'serviceCode', kind: 'text' },
  { id: 'channel', kind: 'text' },
  { id: 'licensesDeployed', kind: 'count' },
  { id: 'licensesSold', kind: 'count' },
  { id: 'licensesNotDeployed', kind: 'count' },
  { id: 'utilization', kind: 'share' },
] as const satisfies readonly { readonly id: string; readonly kind: ExportKind }[];

/** The header of the columns that every file begins with. */
export function baseHeader(
  names: Readonly<Record<(typeof BASE_COLUMNS)[number]['id'], string>>,
): ExportHeader {
  return BASE_COLUMNS.map(({ id, kind }) => ({ header: names[id], kind }));
}

/** The values of a row in those columns. `day`: that of its snapshot. */
export function baseValues(row: ExportedRow, day: string): ExportValue[] {
  const { licensesSold, licensesDeployed } = row;
  const totals =
    licensesSold === undefined || licensesDeployed === undefined ? null : { licensesSold, licensesDeployed };
  return [
    day,
    row.customerName ?? null,
    row.customerTenantId ?? null,
    row.productName ?? null,
    row.productId ?? null,
    row.serviceName ?? null,
    row.serviceCode ?? null,
    row.channel ?? null,
    licensesDeployed ?? null,
    licensesSold ?? null,
    totals && notDeployed(totals),
    totals && utilization(totals),
  ];
}
