import { desc, op, table } from 'arquero';
import {
  CHANNEL,
  COLUMNS,
  LEFT_OUT_SERVICE,
  PAGE_SIZE,
  SEARCHED,
  TOP,
  type ChangedGroup,
  type Engine,
  type Group,
  type IdleGroup,
  type Row,
} from './engine.ts';

type Table = ReturnType<typeof table>;

const sums = { licensesSold: op.sum('licensesSold'), licensesDeployed: op.sum('licensesDeployed') };

function mostSold(grouped: Table, fields: readonly string[]): readonly Group[] {
  const groups = grouped
    .rollup(sums)
    .orderby(desc('licensesSold'))
    .slice(0, TOP)
    .objects() as readonly Record<string, string | number | null>[];
  return groups.map((group) => ({
    key: fields.map((field) => group[field] as string | null),
    licensesSold: Number(group['licensesSold']),
    licensesDeployed: Number(group['licensesDeployed']),
  }));
}

/** The groups by customer and product, each with its idle licenses. */
function pairsOf(all: Table): Table {
  return all
    .groupby('customerTenantId', 'productId')
    .rollup(sums)
    .derive({ idle: 'd => op.greatest(d.licensesSold - d.licensesDeployed, 0)' });
}

function idleGroups(groups: Table, fields: readonly string[]): readonly IdleGroup[] {
  const rows = groups.objects() as readonly Record<string, string | number | null>[];
  return rows.map((group) => ({
    key: fields.map((field) => group[field] as string | null),
    licensesSold: Number(group['licensesSold']),
    licensesDeployed: Number(group['licensesDeployed']),
    idle: Number(group['idle']),
  }));
}

function changesBy(field: string, before: Table, after: Table): readonly ChangedGroup[] {
  const rows = after
    .groupby(field)
    .rollup({ after: op.sum('licensesSold') })
    .join_full(before.groupby(field).rollup({ before: op.sum('licensesSold') }), field)
    .derive({ soldBefore: 'd => d.before || 0', soldAfter: 'd => d.after || 0' })
    .derive({ change: 'd => d.soldAfter - d.soldBefore' })
    .orderby(desc('change'))
    .slice(0, TOP)
    .objects() as readonly Record<string, string | number | null>[];
  return rows.map((row) => ({
    key: [row[field] as string | null],
    soldBefore: Number(row['soldBefore']),
    soldAfter: Number(row['soldAfter']),
  }));
}

// Expressions are texts: Arquero reads the source of a function, and a bundler renames its variables.

/** Arquero over columns of plain arrays: its documentation calls this the fastest way to make tables. */
export function createEngine(): Omit<Engine, 'anomalies' | 'anomaliesSince' | 'valueCustomers'> {
  const decoder = new TextDecoder();
  let all: Table = table({});
  let sorted: Table = all;
  let earlier: Table = all;

  function read(pages: readonly ArrayBuffer[]): Table {
    const columns = Object.fromEntries(COLUMNS.map((name) => [name, []])) as unknown as Record<
      (typeof COLUMNS)[number],
      (string | number | null)[]
    >;
    for (const page of pages) {
      const { Value } = JSON.parse(decoder.decode(page)) as { readonly Value: readonly Row[] };
      for (const name of COLUMNS) {
        const column = columns[name];
        for (const row of Value) column.push(row[name]);
      }
    }
    return table(columns);
  }

  return {
    load: (pages) => {
      all = read(pages);
    },
    loadEarlier: (pages) => {
      earlier = read(pages);
    },
    unload: () => {
      all = table({});
      sorted = all;
      earlier = all;
    },
    forget: () => {
      sorted = all;
    },
    topCustomers: () => mostSold(all.groupby('customerTenantId'), ['customerTenantId']),
    filteredProducts: () =>
      mostSold(
        all
          .params({ channel: CHANNEL, leftOut: LEFT_OUT_SERVICE })
          .filter('(d, $) => d.channel === $.channel && d.serviceCode !== $.leftOut')
          .groupby('productName'),
        ['productName'],
      ),
    customersAndServices: () =>
      mostSold(all.groupby('customerTenantId', 'serviceCode'), ['customerTenantId', 'serviceCode']),
    members: () =>
      mostSold(all.filter('d => d.customerName !== null').groupby('customerName'), ['customerName']),
    searchedProducts: () =>
      mostSold(
        all
          .params({ searched: SEARCHED })
          .filter(
            '(d, $) => op.includes(op.lower(d.customerName), $.searched) || op.includes(op.lower(d.productName), $.searched)',
          )
          .groupby('productName'),
        ['productName'],
      ),
    sortedPage: (offset) => {
      // No utilization is below 0, so the undefined ones come last.
      sorted = all
        .derive({
          utilization: 'd => d.licensesSold === 0 ? -1 : d.licensesDeployed / d.licensesSold',
        })
        .orderby(desc('utilization'));
      return sorted.slice(offset, offset + PAGE_SIZE).objects() as Row[];
    },
    furtherPage: (offset) => sorted.slice(offset, offset + PAGE_SIZE).objects() as Row[],
    idleCustomers: () =>
      idleGroups(
        pairsOf(all)
          .groupby('customerTenantId')
          .rollup({ ...sums, idle: op.sum('idle') })
          .orderby(desc('idle'))
          .slice(0, TOP),
        ['customerTenantId'],
      ),
    idlePage: (offset) =>
      idleGroups(
        pairsOf(all)
          .orderby(desc('idle'))
          .slice(offset, offset + PAGE_SIZE),
        ['customerTenantId', 'productId'],
      ),
    changedCustomers: () => changesBy('customerTenantId', earlier, all),
    changedProducts: () => changesBy('productId', earlier, all),
  };
}
