import {
  baseHeader,
  baseValues,
  type Exported,
  type ExportedRow,
  type ExportValue,
} from '#query/exported.ts';
import { useAnomalies, type ListedAnomaly, type SomeAnomalies } from '#query/use-anomalies.ts';
import { changeTexts } from '#ui/change-texts.ts';
import { exportedTexts } from '#ui/exported-texts.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useView } from '#view/use-view.ts';
import { useDecimal } from './decimal.ts';
import { whySaid } from './said.ts';
import { texts } from './texts.ts';

type Days = { readonly snapshot: string; readonly before: string | null };

/** An anomaly as a row, with the day of its figures and its figures before. */
type Told = {
  readonly day: string;
  readonly row: ExportedRow;
  readonly comparedWith: string | null;
  readonly soldBefore: number | null;
  readonly deployedBefore: number | null;
};

/** An anomaly as a row of a file. For a jump only the figure that jumped is known. */
export function toldOf(anomaly: ListedAnomaly, { snapshot, before }: Days): Told {
  if (anomaly.kind === 'jump') {
    const { member, measure, from, to, before: was, after: is } = anomaly;
    const named = member === null ? {} : { [member.field]: member.value };
    const label = member?.field === 'customerTenantId' ? { customerName: member.name } : {};
    return {
      day: to,
      row: { ...named, ...label, [measure]: is },
      comparedWith: from,
      soldBefore: measure === 'licensesSold' ? was : null,
      deployedBefore: measure === 'licensesDeployed' ? was : null,
    };
  }
  const { customerTenantId, customerName, productId, productName, after } = anomaly;
  const figures = after && { licensesSold: after.licensesSold, licensesDeployed: after.licensesDeployed };
  return {
    day: snapshot,
    row: { customerTenantId, customerName, productId, productName, ...figures },
    comparedWith: anomaly.before === undefined ? null : before,
    soldBefore: anomaly.before?.licensesSold ?? null,
    deployedBefore: anomaly.before?.licensesDeployed ?? null,
  };
}

/** All anomalies that the view lists; null while they are not known. */
export function useAnomaliesToExport(): Exported | null {
  const t = useTexts(texts);
  const names = useTexts(fieldTexts);
  const changes = { ...useTexts(changeTexts), ...useTexts(exportedTexts) };
  const format = useFormat();
  const decimal = useDecimal();
  const { view } = useView();
  const { readAll, page } = useAnomalies(view);
  if (readAll === null || page === undefined) return null;
  const { snapshot } = page;
  let last: SomeAnomalies | null = null;

  function valuesOf(anomaly: ListedAnomaly, some: SomeAnomalies): readonly ExportValue[] {
    const days = { snapshot: some.snapshot.date, before: some.before?.date ?? null };
    const { day, row, comparedWith, soldBefore, deployedBefore } = toldOf(anomaly, days);
    return [
      ...baseValues(row, day),
      t.kinds[anomaly.kind],
      anomaly.licenses,
      whySaid(anomaly, some, t, format, decimal),
      comparedWith,
      soldBefore,
      deployedBefore,
    ];
  }

  return {
    date: snapshot.date,
    columns: [
      ...baseHeader(names),
      { header: t.kind, kind: 'text' },
      { header: t.licenses, kind: 'count' },
      { header: t.why, kind: 'text' },
      { header: changes.comparedWith, kind: 'day' },
      { header: changes.before, kind: 'count' },
      { header: changes.deployedBefore, kind: 'count' },
    ],
    expected: () => page.total,
    async *read(signal) {
      for await (const some of readAll(signal)) {
        last = some;
        yield { values: some.rows.map((anomaly) => valuesOf(anomaly, some)), total: some.total };
      }
    },
    about: () => ({
      snapshot: snapshot.processedDateTime,
      search: view.search,
      groupedBy: [],
      summedBy: last?.coverage.engine ?? 'service',
      further: last?.before == null ? [] : [[changes.comparedWith, last.before.processedDateTime]],
    }),
  };
}
