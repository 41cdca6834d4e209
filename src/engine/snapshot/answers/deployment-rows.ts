import { FIELDS, type Field } from '#partner-center/fields.ts';
import type { DeploymentRow, Group } from '#engine/engine.ts';
import { licensesOf } from '#engine/totals.ts';
import { NO_VALUE, type Table } from '#engine/snapshot/columns/table.ts';

type Texts = { -readonly [F in Field]?: string | null };

/** A row of a table as the service gives it. */
export function tableRow(table: Table, row: number): DeploymentRow {
  const textOf = (column: keyof Table['texts']): string | null => {
    const { codes, dictionary } = table.texts[column];
    return dictionary[codes[row] ?? NO_VALUE] ?? null;
  };
  const texts: Texts = {};
  for (const field of FIELDS) texts[field] = textOf(field);
  return {
    processedDateTime: textOf('processedDateTime') ?? undefined,
    ...texts,
    licensesDeployed: table.counts.licensesDeployed[row] ?? 0,
    licensesSold: table.counts.licensesSold[row] ?? 0,
  };
}

/** A group as the service gives it: the grouped fields and the sums. */
export function groupedRow(group: Group, by: readonly Field[]): DeploymentRow {
  const texts: Texts = {};
  by.forEach((field, at) => {
    texts[field] = group.key[at] ?? null;
  });
  return { ...texts, ...licensesOf(group) };
}
