import { desc, op, table } from 'arquero';
import {
  CHANNEL,
  COLUMNS,
  LEFT_OUT_SERVICE,
  PAGE_SIZE,
  SEARCHED,
  TOP,
  type Engine,
  type Group,
  type Row,
} from './engine.ts';

type Table = ReturnType<typeof table>;

function mostSold(grouped: Table, fields: readonly string[]): readonly Group[] {
  const groups = grouped
    .rollup({ licensesSold: op.sum('licensesSold'), licensesDeployed: op.sum('licensesDeployed') })
    .orderby(desc('licensesSold'))
    .slice(0, TOP)
    .objects() as readonly Record<string, string | number | null>[];
  return groups.map((group) => ({
    key: fields.map((field) => group[field] as string | null),
    licensesSold: Number(group['licensesSold']),
    licensesDeployed: Number(group['licensesDeployed']),
  }));
}

// Expressions are texts: Arquero reads a function's source, and a bundler renames what is in it.

/** Arquero over columns of plain arrays, which its documentation calls the fastest to make tables of. */
export function createEngine(): Engine {
  const decoder = new TextDecoder();
  let all: Table = table({});
  let sorted: Table = all;

  return {
    load: (pages) => {
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
      all = table(columns);
    },
    unload: () => {
      all = table({});
      sorted = all;
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
      // No utilization is below 0: the undefined ones come last.
      sorted = all
        .derive({
          utilization: 'd => d.licensesSold === 0 ? -1 : d.licensesDeployed / d.licensesSold',
        })
        .orderby(desc('utilization'));
      return sorted.slice(offset, offset + PAGE_SIZE).objects() as Row[];
    },
    furtherPage: (offset) => sorted.slice(offset, offset + PAGE_SIZE).objects() as Row[],
  };
}
