import { foldCase, foldKey } from '#partner-center/filter/fold-case.ts';
import { compareKeys } from '#partner-center/reading/group-key.ts';
import type { Field } from '#partner-center/fields.ts';
import type { Anomaly, DeploymentRow, FoundKind, Totals } from './engine.ts';
import { add, NO_LICENSES } from './totals.ts';

/** An anomaly without the details that depend on how the service's answers are put together. */
type Told = {
  readonly kind: FoundKind;
  /** The text is folded: any of several equal texts may be written. */
  readonly about: string;
  readonly licenses: number;
  readonly after: Totals | null;
  readonly before: Totals | null;
  readonly count: number | null;
};

const fold = (text: string | null | undefined): string | null => (text == null ? null : foldCase(text));

const sumOf = (rows: readonly DeploymentRow[]): Totals => rows.reduce(add, NO_LICENSES);

const soldTo = (rows: readonly DeploymentRow[]): number => sumOf(rows).licensesSold;

function distinct(rows: readonly DeploymentRow[], field: Field): readonly (string | null)[] {
  return [...new Set(rows.map((row) => fold(row[field])))];
}

function values(rows: readonly DeploymentRow[], field: Field): readonly string[] {
  return distinct(rows, field).filter((value) => value !== null);
}

function having(
  rows: readonly DeploymentRow[],
  field: Field,
  value: string | null,
): readonly DeploymentRow[] {
  return rows.filter((row) => fold(row[field]) === value);
}

/** What an answer says of an anomaly, in the oracle's form. */
export function toldOf(anomaly: Anomaly): Told {
  const {
    kind,
    customerTenantId,
    customerName,
    productId,
    licenses,
    after,
    before = null,
    count = null,
  } = anomaly;
  const about =
    kind === 'sharedName' ? [customerName ?? null] : [customerTenantId ?? null, productId ?? null];
  return { kind, about: foldKey(about), licenses, after, before, count };
}

/** The anomalies among some rows, found by plain loops over them for each kind, in no order. For tests. */
export function plainAnomalies(
  before: readonly DeploymentRow[] | null,
  after: readonly DeploymentRow[],
): readonly Told[] {
  const told: Told[] = [];
  const say = (
    kind: FoundKind,
    about: readonly (string | null)[],
    licenses: number,
    rest: Partial<Told> = {},
  ): void =>
    void told.push({
      kind,
      about: foldKey(about),
      licenses,
      after: null,
      before: null,
      count: null,
      ...rest,
    });

  for (const tenant of distinct(after, 'customerTenantId')) {
    const ofTenant = having(after, 'customerTenantId', tenant);
    for (const product of distinct(ofTenant, 'productId')) {
      const totals = sumOf(having(ofTenant, 'productId', product));
      const beyond = totals.licensesDeployed - totals.licensesSold;
      if (beyond <= 0) continue;
      const kind = totals.licensesSold === 0 ? 'nothingSold' : 'overDeployed';
      say(kind, [tenant, product], beyond, { after: totals });
    }
    const names = values(ofTenant, 'customerName').length;
    if (tenant !== null && names > 1) {
      say('severalNames', [tenant, null], soldTo(ofTenant), { after: sumOf(ofTenant), count: names });
    }
  }
  for (const name of values(after, 'customerName')) {
    const ofName = having(after, 'customerName', name).filter((row) => row.customerTenantId != null);
    const tenants = values(ofName, 'customerTenantId').length;
    if (tenants > 1) say('sharedName', [name], soldTo(ofName), { after: sumOf(ofName), count: tenants });
  }
  if (before === null) return told;

  for (const product of values(after, 'productId')) {
    const [was, is] = [having(before, 'productId', product), having(after, 'productId', product)];
    const [had, has] = [values(was, 'productName'), values(is, 'productName')];
    if (had.length === 0 || has.length === 0 || has.some((name) => had.includes(name))) continue;
    say('renamedProduct', [null, product], soldTo(is), { after: sumOf(is), before: sumOf(was) });
  }
  for (const tenant of values(before, 'customerTenantId')) {
    const was = having(before, 'customerTenantId', tenant);
    const is = having(after, 'customerTenantId', tenant);
    if (is.length === 0) {
      say('customerGone', [tenant, null], soldTo(was), { before: sumOf(was) });
    } else if (soldTo(is) === 0) {
      if (soldTo(was) === 0) continue;
      say('droppedToNothing', [tenant, null], soldTo(was), { after: sumOf(is), before: sumOf(was) });
    } else {
      for (const product of distinct(was, 'productId')) {
        const [then, now] = [having(was, 'productId', product), having(is, 'productId', product)];
        if (soldTo(then) === 0 || soldTo(now) > 0) continue;
        const rest = { after: now.length === 0 ? null : sumOf(now), before: sumOf(then) };
        say('droppedToNothing', [tenant, product], soldTo(then), rest);
      }
    }
  }
  return told;
}

/** Anomalies in an order without meaning, so that they can be compared. For tests. */
export function inAnyOrder(told: readonly Told[]): readonly Told[] {
  return told.toSorted((a, b) => compareKeys([a.kind, a.about], [b.kind, b.about]));
}
