import type { Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { foldFilter } from '#partner-center/filter/fold.ts';
import type { Comparison, Filter } from '#partner-center/filter/syntax.ts';
import type { Behaviour } from './behaviour.ts';
import type { Snapshot } from './demo-data.ts';
import { createRandom, shuffle } from './random.ts';

/** The columns of a snapshot from which fields come: a product's fields all follow from the product. */
type Column = 'customer' | 'product' | 'channel';

const COLUMN_OF: Readonly<Record<Field, Column>> = {
  serviceCode: 'product',
  serviceName: 'product',
  channel: 'channel',
  customerTenantId: 'customer',
  customerName: 'customer',
  productId: 'product',
  productName: 'product',
};

/** The lists that the columns of a snapshot are indices into, as far as rows need them. */
export type Values = {
  readonly customers: readonly {
    readonly customerTenantId: string | null;
    readonly customerName: string | null;
  }[];
  readonly products: readonly {
    readonly productId: string | null;
    readonly productName: string | null;
    readonly service: { readonly serviceCode: string | null; readonly serviceName: string | null };
  }[];
  readonly channels: readonly (string | null)[];
};

/** The values of every field, by the index that its column holds. */
type FieldValues = Readonly<Record<Field, readonly (string | null)[]>>;

/** Some rows of a snapshot in its order; null for all rows. */
type Selection = Uint32Array | null;

type Groups = {
  readonly length: number;
  /** For each group one of its rows, which has the group's values. */
  readonly someRow: Uint32Array;
  readonly licensesSold: Float64Array;
  readonly licensesDeployed: Float64Array;
};

export type Query = {
  readonly filter: Filter | null;
  /** Distinct fields; empty for ungrouped rows. */
  readonly groupby: readonly Field[];
};

/** The result of a query: how many rows it has, and any page of them as JSON. */
export type Result = {
  readonly length: number;
  /** The rows `skip` ≤ i < `skip + top`, each as a JSON object, joined by commas. */
  readonly rowsAsJson: (skip: number, top: number) => string;
};

export type QueryEngine = (snapshot: Snapshot, query: Query) => Result;

/** The rows that a filter's node lets through: a flag for each index of one column, or for each row of the snapshot. */
type Matches = { readonly over: Column | 'rows'; readonly flags: Uint8Array };

function valuesOf({ customers, products, channels }: Values): FieldValues {
  return {
    serviceCode: products.map((product) => product.service.serviceCode),
    serviceName: products.map((product) => product.service.serviceName),
    channel: channels,
    customerTenantId: customers.map((customer) => customer.customerTenantId),
    customerName: customers.map((customer) => customer.customerName),
    productId: products.map((product) => product.productId),
    productName: products.map((product) => product.productName),
  };
}

/** Equality ignores case; null is equal to nothing and differs from everything (see the endpoint's treatments). */
function compare(values: readonly (string | null)[], { operator, value }: Comparison): Uint8Array {
  const wanted = foldCase(value);
  const whenEqual = operator === 'eq' ? 1 : 0;
  return Uint8Array.from(values, (own) =>
    own !== null && foldCase(own) === wanted ? whenEqual : 1 - whenEqual,
  );
}

function overRows(snapshot: Snapshot, { over, flags }: Matches): Uint8Array {
  if (over === 'rows') return flags;
  const column = snapshot[over];
  const rows = new Uint8Array(snapshot.length);
  for (let row = 0; row < rows.length; row += 1) rows[row] = flags[column[row] as number] as number;
  return rows;
}

function joined(kind: 'and' | 'or', operands: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(), ...others] = operands;
  const flags = first.slice();
  for (const other of others) {
    for (let index = 0; index < flags.length; index += 1) {
      const own = flags[index] ?? 0;
      const theirs = other[index] ?? 0;
      flags[index] = kind === 'and' ? own & theirs : own | theirs;
    }
  }
  return flags;
}

/**
 * Joins the operands by column first, so that `productName eq … or productName eq …` looks at each product once and not
 * at each row.
 */
function connect(snapshot: Snapshot, kind: 'and' | 'or', operands: readonly Matches[]): Matches {
  const merged = (['customer', 'product', 'channel', 'rows'] as const).flatMap((over): Matches[] => {
    const flags = operands.filter((operand) => operand.over === over).map((operand) => operand.flags);
    return flags.length === 0 ? [] : [{ over, flags: joined(kind, flags) }];
  });
  const [only] = merged;
  if (only !== undefined && merged.length === 1) return only;
  return {
    over: 'rows',
    flags: joined(
      kind,
      merged.map((matches) => overRows(snapshot, matches)),
    ),
  };
}

function select(snapshot: Snapshot, values: FieldValues, filter: Filter | null): Selection {
  if (filter === null) return null;
  const matches = foldFilter<Matches>(filter, {
    comparison: (comparison) => {
      const { field } = comparison;
      return { over: COLUMN_OF[field], flags: compare(values[field], comparison) };
    },
    and: (operands) => connect(snapshot, 'and', operands),
    or: (operands) => connect(snapshot, 'or', operands),
  });
  const flags = overRows(snapshot, matches);
  const selected = new Uint32Array(snapshot.length);
  let length = 0;
  for (let row = 0; row < snapshot.length; row += 1) {
    if (flags[row] === 1) {
      selected[length] = row;
      length += 1;
    }
  }
  return selected.slice(0, length);
}

/** A number for each value of a field, by the index that its column holds, and how many numbers there are. */
type Numbers = { readonly numbers: Uint32Array; readonly size: number };

/** The numbers of a field's values as they are written, and numbers that equal values share. */
type Numbering = { readonly written: Numbers; readonly equal: Numbers };

/** Numbers the values of a field: values with the same form have one number. */
function numbered(values: readonly (string | null)[], formOf: (value: string) => string): Numbers {
  const seen = new Map<string | null, number>();
  const numbers = Uint32Array.from(values, (value) => {
    const form = value === null ? null : formOf(value);
    const number = seen.get(form) ?? seen.size;
    seen.set(form, number);
    return number;
  });
  return { numbers, size: seen.size };
}

/**
 * Numbers the groups of some rows, in the order in which they come: gives the number of each row's group, and how many
 * groups there are.
 */
function groupNumbers(
  snapshot: Snapshot,
  rows: Uint32Array,
  fields: readonly Field[],
  numbersOf: (field: Field) => Numbers,
): { readonly groups: Uint32Array; readonly count: number } {
  const groups = new Uint32Array(rows.length);
  let count = Math.min(1, rows.length);
  for (const field of fields) {
    const indices = snapshot[COLUMN_OF[field]];
    const { numbers, size } = numbersOf(field);
    // A group so far and a value make one key, which is below 2^53: there are at most a million of each.
    const seen = new Map<number, number>();
    rows.forEach((row, at) => {
      const key = (groups[at] ?? 0) * size + (numbers[indices[row] ?? 0] ?? 0);
      let group = seen.get(key);
      if (group === undefined) {
        group = seen.size;
        seen.set(key, group);
      }
      groups[at] = group;
    });
    count = seen.size;
  }
  return { groups, count };
}

/** The groups of some rows, in the order in which they come, with the sums of `counts` over their rows. */
function summed(
  rows: Uint32Array,
  { groups, count }: ReturnType<typeof groupNumbers>,
  counts: { readonly licensesSold: ArrayLike<number>; readonly licensesDeployed: ArrayLike<number> },
  idOf: (at: number) => number,
): Groups {
  const someRow = new Uint32Array(count);
  const licensesSold = new Float64Array(count);
  const licensesDeployed = new Float64Array(count);
  rows.forEach((row, at) => {
    const to = groups[at] ?? 0;
    someRow[to] = row;
    licensesSold[to] = (licensesSold[to] ?? 0) + (counts.licensesSold[idOf(at)] ?? 0);
    licensesDeployed[to] = (licensesDeployed[to] ?? 0) + (counts.licensesDeployed[idOf(at)] ?? 0);
  });
  return { length: count, someRow, licensesSold, licensesDeployed };
}

/**
 * Joins groups of values that differ only in letter case. A joined group is named by a row of the spelling that sold
 * most, between equals of the first by code unit.
 */
function together(
  snapshot: Snapshot,
  written: Groups,
  fields: readonly Field[],
  values: FieldValues,
  numbersOf: (field: Field) => Numbering,
): Groups {
  const spellingOf = (group: number): readonly string[] =>
    fields.map((field) => values[field][snapshot[COLUMN_OF[field]][written.someRow[group] ?? 0] ?? 0] ?? '');
  const isBefore = (a: readonly string[], b: readonly string[]): boolean => {
    const nth = a.findIndex((text, at) => text !== b[at]);
    return nth !== -1 && (a[nth] ?? '') < (b[nth] ?? '');
  };
  const numbers = groupNumbers(snapshot, written.someRow, fields, (field) => numbersOf(field).equal);
  const groups = summed(written.someRow, numbers, written, (at) => at);
  const best = new Map<number, number>();
  numbers.groups.forEach((to, group) => {
    const sofar = best.get(to) ?? group;
    const more = (written.licensesSold[group] ?? 0) - (written.licensesSold[sofar] ?? 0);
    const isBetter = more > 0 || (more === 0 && isBefore(spellingOf(group), spellingOf(sofar)));
    best.set(to, isBetter ? group : sofar);
  });
  for (const [to, group] of best) groups.someRow[to] = written.someRow[group] ?? 0;
  return groups;
}

/** Moves the items of a list to other places. */
function moved<A extends Uint32Array | Float64Array>(list: A, position: Uint32Array): A {
  const to = list.slice() as A;
  position.forEach((place, at) => {
    to[place] = list[at] ?? 0;
  });
  return to;
}

function group(
  snapshot: Snapshot,
  selection: Selection,
  fields: readonly Field[],
  values: FieldValues,
  numbersOf: (field: Field) => Numbering,
  spellings: Behaviour['spellings'],
): Groups {
  const rows = selection ?? Uint32Array.from({ length: snapshot.length }, (_, row) => row);
  const numbers = groupNumbers(snapshot, rows, fields, (field) => numbersOf(field).written);
  const written = summed(rows, numbers, snapshot, (at) => rows[at] ?? 0);
  const areDistinct = fields.every((field) => numbersOf(field).written.size === numbersOf(field).equal.size);
  const groups =
    spellings === 'apart' || areDistinct ? written : together(snapshot, written, fields, values, numbersOf);

  // In the order of their first rows, groups would nearly be sorted by how often they occur.
  const position = Uint32Array.from({ length: groups.length }, (_, number) => number);
  shuffle(createRandom(groups.length), position);
  return {
    length: groups.length,
    someRow: moved(groups.someRow, position),
    licensesSold: moved(groups.licensesSold, position),
    licensesDeployed: moved(groups.licensesDeployed, position),
  };
}

const figures = (deployed: number, sold: number): string =>
  `"licensesDeployed":${deployed},"licensesSold":${sold}}`;

function groupsAsJson(
  snapshot: Snapshot,
  groups: Groups,
  fields: readonly Field[],
  values: FieldValues,
): Result['rowsAsJson'] {
  return (skip, top) => {
    const rows: string[] = [];
    for (let at = skip; at < Math.min(groups.length, skip + top); at += 1) {
      const row = groups.someRow[at] ?? 0;
      const named = fields.map((field) => {
        const value = values[field][snapshot[COLUMN_OF[field]][row] ?? 0] ?? null;
        return `"${field}":${JSON.stringify(value)},`;
      });
      rows.push(
        `{${named.join('')}${figures(groups.licensesDeployed[at] ?? 0, groups.licensesSold[at] ?? 0)}`,
      );
    }
    return rows.join(',');
  };
}

/** The repeated pieces of a row's JSON, which are made once for each product, channel and customer. */
function createPieces({ products, channels, customers }: Values) {
  const member = (name: string, value: string | null): string => `"${name}":${JSON.stringify(value)},`;
  const service = products.map(
    (product) =>
      member('serviceCode', product.service.serviceCode) + member('serviceName', product.service.serviceName),
  );
  const product = products.map(
    ({ productId, productName }) => member('productId', productId) + member('productName', productName),
  );
  const channel = channels.map((name) => member('channel', name));
  const customer = customers.map(
    ({ customerTenantId, customerName }) =>
      member('customerTenantId', customerTenantId) + member('customerName', customerName),
  );
  return { service, product, channel, customer };
}

function snapshotRowsAsJson(
  snapshot: Snapshot,
  selection: Selection,
  pieces: ReturnType<typeof createPieces>,
): Result['rowsAsJson'] {
  const length = selection?.length ?? snapshot.length;
  return (skip, top) => {
    const rows: string[] = [];
    for (let at = skip; at < Math.min(length, skip + top); at += 1) {
      const row = selection === null ? at : (selection[at] ?? 0);
      const product = snapshot.product[row] ?? 0;
      // The members are in the order of the endpoint's page.
      rows.push(
        `{"processedDateTime":"${snapshot.date}T00:00:00",${pieces.service[product]}${
          pieces.channel[snapshot.channel[row] ?? 0]
        }${pieces.customer[snapshot.customer[row] ?? 0]}${pieces.product[product]}${figures(
          snapshot.licensesDeployed[row] ?? 0,
          snapshot.licensesSold[row] ?? 0,
        )}`,
      );
    }
    return rows.join(',');
  };
}

/**
 * Answers queries about snapshots of the demo data. Rows and groups come in an order without meaning, which is always
 * the same.
 */
export function createQueryEngine(data: Values, spellings: Behaviour['spellings'] = 'together'): QueryEngine {
  const values = valuesOf(data);
  const pieces = createPieces(data);
  const numbers = new Map<Field, Numbering>();
  const numbersOf = (field: Field): Numbering => {
    const known = numbers.get(field) ?? {
      written: numbered(values[field], (value) => value),
      equal: numbered(values[field], foldCase),
    };
    numbers.set(field, known);
    return known;
  };

  return (snapshot, { filter, groupby }) => {
    const selection = select(snapshot, values, filter);
    if (groupby.length === 0) {
      return {
        length: selection?.length ?? snapshot.length,
        rowsAsJson: snapshotRowsAsJson(snapshot, selection, pieces),
      };
    }
    const groups = group(snapshot, selection, groupby, values, numbersOf, spellings);
    return { length: groups.length, rowsAsJson: groupsAsJson(snapshot, groups, groupby, values) };
  };
}
