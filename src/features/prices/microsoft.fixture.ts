/** The columns of Partner Center's price sheet of license-based new commerce, in their order. */
export const MICROSOFT_COLUMNS = [
  'ProductTitle',
  'ProductId',
  'SkuId',
  'SkuTitle',
  'Publisher',
  'SkuDescription',
  'UnitOfMeasure',
  'TermDuration',
  'BillingPlan',
  'Market',
  'Currency',
  'UnitPrice',
  'PricingTierRangeMin',
  'PricingTierRangeMax',
  'EffectiveStartDate',
  'EffectiveEndDate',
  'Tags',
  'ERP Price',
  'Segment',
] as const;

/** Some columns of a row of such a sheet; the other columns have usual values. */
export type MicrosoftRow = Partial<Readonly<Record<(typeof MICROSOFT_COLUMNS)[number], string>>>;

const USUAL: MicrosoftRow = {
  SkuId: '0001',
  Publisher: 'Microsoft Corporation',
  SkuDescription: 'Meetings, calls, and "tools" for it,\r\non two lines.',
  TermDuration: 'P1Y',
  BillingPlan: 'Annual',
  Market: 'DE',
  Currency: 'EUR',
  EffectiveStartDate: '1/1/2026 12:00:00 AM',
  EffectiveEndDate: '12/31/9999 11:59:59 PM',
  Tags: 'License',
  Segment: 'Commercial',
};

/** The text of such a sheet: every cell is quoted, and lines end as on Windows. */
export function microsoftSheet(rows: readonly MicrosoftRow[]): string {
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
  return [
    line(MICROSOFT_COLUMNS),
    ...rows.map((row) => line(MICROSOFT_COLUMNS.map((name) => row[name] ?? USUAL[name] ?? ''))),
  ].join('');
}
