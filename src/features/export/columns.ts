import type { DeploymentRow } from '#engine/engine.ts';
import { idleValueOf, notDeployed, utilization } from '#engine/totals.ts';
import type { FieldTexts } from '#ui/field-texts.ts';
import { PRICE_UNITS } from '#view/prices.ts';

/** What a column of an exported file holds. A day is `YYYY-MM-DD`, a share 1 for 100 %, money in units of its currency. */
export type ExportKind = 'text' | 'day' | 'count' | 'share' | 'money';

export type ExportValue = string | number | null;

type ExportColumn = {
  readonly id: keyof FieldTexts;
  readonly kind: ExportKind;
  readonly valueOf: (row: DeploymentRow, day: string) => ExportValue;
};

type PriceColumn = {
  readonly id: 'idle' | 'idlePriced' | 'idleValue';
  readonly kind: ExportKind;
  readonly valueOf: (row: DeploymentRow) => ExportValue;
};

/**
 * The columns of every exported file, whatever the view is: files can be put below each other. A grouped row has no
 * value where it is not grouped by the field.
 */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { id: 'processedDateTime', kind: 'day', valueOf: (_row, day) => day },
  { id: 'customerName', kind: 'text', valueOf: (row) => row.customerName ?? null },
  { id: 'customerTenantId', kind: 'text', valueOf: (row) => row.customerTenantId ?? null },
  { id: 'productName', kind: 'text', valueOf: (row) => row.productName ?? null },
  { id: 'productId', kind: 'text', valueOf: (row) => row.productId ?? null },
  { id: 'serviceName', kind: 'text', valueOf: (row) => row.serviceName ?? null },
  { id: 'serviceCode', kind: 'text', valueOf: (row) => row.serviceCode ?? null },
  { id: 'channel', kind: 'text', valueOf: (row) => row.channel ?? null },
  { id: 'licensesDeployed', kind: 'count', valueOf: (row) => row.licensesDeployed },
  { id: 'licensesSold', kind: 'count', valueOf: (row) => row.licensesSold },
  { id: 'licensesNotDeployed', kind: 'count', valueOf: (row) => notDeployed(row) },
  { id: 'utilization', kind: 'share', valueOf: (row) => utilization(row) },
];

/**
 * What follows where the person has prices, and the rows say what is idle: how many licenses are, how many of those have a
 * price, and what they are worth a month.
 */
export const PRICE_COLUMNS: readonly PriceColumn[] = [
  { id: 'idle', kind: 'count', valueOf: ({ idle = null }) => idle },
  { id: 'idlePriced', kind: 'count', valueOf: ({ idlePriced = null }) => idlePriced },
  {
    id: 'idleValue',
    kind: 'money',
    valueOf(row) {
      const value = idleValueOf(row);
      return value === null ? null : value / PRICE_UNITS;
    },
  },
];

/** The values of a row, one for each column. `day`: that of the snapshot. */
export function valuesOf(row: DeploymentRow, day: string, isPriced: boolean): readonly ExportValue[] {
  const values = EXPORT_COLUMNS.map(({ valueOf }) => valueOf(row, day));
  return isPriced ? [...values, ...PRICE_COLUMNS.map(({ valueOf }) => valueOf(row))] : values;
}
