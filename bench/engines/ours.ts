import { CHANNEL, LEFT_OUT_SERVICE, PAGE_SIZE, SEARCHED, TOP, type Engine } from '#bench/peers/engine.ts';
import type { DeploymentRow, GroupsQuestion } from '#engine/engine.ts';
import { createTableAnswers, type TableAnswers, type TableScope } from '#engine/snapshot/answers.ts';
import { mergeParts } from '#engine/snapshot/merge.ts';
import { createPartBuilder } from '#engine/snapshot/part.ts';
import { bytesOfTable } from '#engine/snapshot/size.ts';
import type { Table } from '#engine/snapshot/table.ts';
import type { Field } from '#partner-center/fields.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';

function scopeOf(filter: string, search = ''): TableScope {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { filter: parsed.filter, search };
}

const EVERYTHING = scopeOf('');
const FILTERED = scopeOf(`channel eq '${CHANNEL}' and serviceCode ne '${LEFT_OUT_SERVICE}'`);
const SEARCH = scopeOf('', SEARCHED);

const mostSold = (...by: readonly Field[]): GroupsQuestion => ({ by, rankBy: 'licensesSold', top: TOP });

const rowOf = (row: DeploymentRow) => ({
  processedDateTime: row.processedDateTime ?? '',
  serviceCode: row.serviceCode ?? null,
  serviceName: row.serviceName ?? null,
  channel: row.channel ?? null,
  customerTenantId: row.customerTenantId ?? null,
  customerName: row.customerName ?? null,
  productId: row.productId ?? null,
  productName: row.productName ?? null,
  licensesDeployed: row.licensesDeployed,
  licensesSold: row.licensesSold,
});

/** The app's engine in the thread that calls it: what one of its workers does, without the messages to and from it. */
export function createEngine(): Engine {
  let table: Table | undefined;
  let answers: TableAnswers | undefined;

  const loaded = (): TableAnswers => {
    if (answers === undefined) throw new Error('Nothing is loaded.');
    return answers;
  };

  const page = (offset: number) =>
    loaded()
      .page(EVERYTHING, {
        groupby: [],
        sort: [{ field: 'utilization', descending: true }],
        offset,
        limit: PAGE_SIZE,
        readAll: true,
      })
      .rows.map(rowOf);

  const prepare = (): void => {
    while (answers?.prepare() === true);
  };

  return {
    load: (pages) => {
      const builder = createPartBuilder();
      let place = 0;
      for (const bytes of pages) place += builder.scan(place, new Uint8Array(bytes)).rows;
      table = mergeParts([builder.buildAndRelease()]);
      answers = createTableAnswers(table);
    },
    prepare,
    unload: () => {
      table = undefined;
      answers = undefined;
    },
    forget: () => answers?.forget(),
    bytesHeld: () => (table === undefined ? 0 : bytesOfTable(table) + loaded().bytesHeld()),
    topCustomers: () => loaded().groups(EVERYTHING, mostSold('customerTenantId')).top,
    filteredProducts: () => loaded().groups(FILTERED, mostSold('productName')).top,
    customersAndServices: () => loaded().groups(EVERYTHING, mostSold('customerTenantId', 'serviceCode')).top,
    members: () =>
      loaded()
        .members(EVERYTHING, { field: 'customerName', containing: '', limit: TOP })
        .members.map(({ value, licensesSold, licensesDeployed }) => ({
          key: [value],
          licensesSold,
          licensesDeployed,
        })),
    searchedProducts: () => loaded().groups(SEARCH, mostSold('productName')).top,
    sortedPage: page,
    furtherPage: page,
  };
}
