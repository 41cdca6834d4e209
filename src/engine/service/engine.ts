import type {
  Continuation,
  LicenseDeploymentPage,
  LicenseDeploymentQuery,
  PartnerCenterClient,
} from '#partner-center/client.ts';
import type { Row } from '#partner-center/response.ts';
import type { Field } from '#partner-center/fields.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Measure } from '#view/view.ts';
import { bandsOf } from '#engine/bands.ts';
import { compareKeys } from '#engine/collation.ts';
import type {
  AskOptions,
  DeploymentRow,
  Engine,
  Group,
  Groups,
  Members,
  Page,
  PageQuestion,
  Scope,
  Summary,
  Totals,
} from '#engine/engine.ts';
import { candidatesOf, membersAmong, type Candidates } from '#engine/members.ts';
import { sortRows } from '#engine/order.ts';
import { measureOf } from '#engine/totals.ts';
import { collect, coverageOf, datesOf, queryOf, unmixed, watchDates, type Collected } from './collect.ts';
import { createShared } from './share.ts';

// Rows and groups of recent questions that are kept, so that sorting, paging and looking back ask nothing again.
// At some 300 bytes a row this is about 75 MB.
const KEPT_ROWS = 250_000;

function sum(rows: Iterable<Totals>): Totals {
  let licensesSold = 0;
  let licensesDeployed = 0;
  for (const row of rows) {
    licensesSold += row.licensesSold;
    licensesDeployed += row.licensesDeployed;
  }
  return { licensesSold, licensesDeployed };
}

function byMeasure(measure: Measure): (a: Totals, b: Totals) => number {
  // What is undefined ranks last.
  const rank = (totals: Totals): number => measureOf(totals, measure) ?? Number.NEGATIVE_INFINITY;
  return (a, b) => {
    const difference = rank(b) - rank(a);
    // NaN where both are undefined; then, as between equals, the one with more sold is the more telling.
    return difference === 0 || Number.isNaN(difference) ? b.licensesSold - a.licensesSold : difference;
  };
}

/**
 * The engine that pushes every question down to the endpoint: `groupby`, `filter`, `top`, `skip`, `processedDateTime`.
 *
 * What the endpoint can't do is done on complete answers: an order needs every row (or group) of the question,
 * which one response holds up to 10,000 of; beyond that `page` reads on only where the question allows it.
 */
export function createServiceEngine(client: PartnerCenterClient): Engine {
  const readings = createShared<Collected>(({ rows }) => rows.length, KEPT_ROWS);
  let forgotten = 0;
  const generation = (): number => forgotten;
  const orders = new WeakMap<readonly DeploymentRow[], Map<string, readonly DeploymentRow[]>>();

  const sums = new WeakMap<readonly DeploymentRow[], Totals>();
  // Groups of one field each: it is the same at every key typed.
  const candidates = new WeakMap<readonly DeploymentRow[], Candidates>();

  const keyOf = (scope: Scope, groupby: readonly Field[]): string =>
    JSON.stringify([scope.snapshot.processedDateTime, printFilter(scope.filter), groupby]);

  /** One response of the question, or all of it where that has been read before. */
  function readFirst(scope: Scope, groupby: readonly Field[], options?: AskOptions): Promise<Collected> {
    const key = keyOf(scope, groupby);
    return (
      readings.peek(`all ${key}`) ??
      readings.ask(
        `first ${key}`,
        (work) => collect(client, scope, groupby, { ...work, all: false, generation }),
        options,
      )
    );
  }

  /** All of the question, read on from the first response where that is there. */
  async function readAll(scope: Scope, groupby: readonly Field[], options?: AskOptions): Promise<Collected> {
    const key = keyOf(scope, groupby);
    const begun = forgotten;
    const first = await readFirst(scope, groupby, options);
    if (first.next === null) return first;
    return readings.ask(
      `all ${key}`,
      (work) => {
        // Where the first response has been forgotten meanwhile, the rest may be of another snapshot.
        const from = forgotten === begun ? first : undefined;
        return collect(client, scope, groupby, { ...work, all: true, from, generation });
      },
      options,
    );
  }

  function candidatesIn(rows: readonly DeploymentRow[], field: Field): Candidates {
    const known = candidates.get(rows) ?? candidatesOf(rows, field);
    candidates.set(rows, known);
    return known;
  }

  function totalsOf(rows: readonly DeploymentRow[]): Totals {
    const known = sums.get(rows) ?? sum(rows);
    sums.set(rows, known);
    return known;
  }

  function inOrder(
    rows: readonly DeploymentRow[],
    { sort, groupby }: Pick<PageQuestion, 'sort' | 'groupby'>,
  ): readonly DeploymentRow[] {
    const key = JSON.stringify(sort);
    const known = orders.get(rows) ?? new Map<string, readonly DeploymentRow[]>();
    const sorted = known.get(key) ?? sortRows(rows, sort, groupby);
    orders.set(rows, known.set(key, sorted));
    return sorted;
  }

  /** The rows of one page: mostly one response, more where the service gives fewer rows than it was asked for. */
  async function readPage(
    query: LicenseDeploymentQuery,
    scope: Scope,
    options?: AskOptions,
  ): Promise<Pick<LicenseDeploymentPage, 'rows' | 'totalCount'> & { readonly isLast: boolean }> {
    const rows: Row[] = [];
    const checkDates = watchDates(scope.snapshot);
    for (let continuation: Continuation | undefined; ;) {
      const page = await client.licenseDeployment(query, { signal: options?.signal, continuation });
      checkDates(datesOf(page.rows));
      for (const row of page.rows) rows.push(row);
      if (page.next === null || rows.length >= query.top) {
        // What is cut off here comes on the next page.
        const isLast = page.next === null && rows.length <= query.top;
        return { rows: rows.slice(0, query.top), totalCount: page.totalCount, isLast };
      }
      continuation = page.next;
    }
  }

  /** A page as the service cuts it, one small request. Groups are the service's own: see `Page`. */
  async function servicePage(scope: Scope, question: PageQuestion, options?: AskOptions): Promise<Page> {
    const { groupby, offset, limit } = question;
    const query = { ...queryOf(scope, groupby), top: limit, skip: offset };
    // Where the filter has to be asked in parts, only reading them tells which rows the page has.
    if (!client.fits(query)) return pageOf(scope, question, await readAll(scope, groupby, options));
    const page = await unmixed(() => readPage(query, scope, options));
    const end = offset + page.rows.length;
    if (page.totalCount === null) {
      // Only reading everything tells how much there is.
      return pageOf(scope, question, await readAll(scope, groupby, options));
    }
    const isEmpty = page.rows.length === 0;
    const isLast = page.isLast && !isEmpty;
    // A page behind the end is empty and says nothing against the count; one before it is not.
    const offCount = isEmpty ? offset < page.totalCount : end > page.totalCount;
    const disagrees = isLast ? end !== page.totalCount : offCount;
    return {
      rows: page.rows,
      total: isLast ? end : page.totalCount,
      order: question.sort.length === 0 ? 'asked' : 'service',
      totals: null,
      coverage: {
        engine: 'service',
        snapshot: scope.snapshot,
        filter: scope.filter,
        search: '',
        rowsRead: page.rows.length,
        totalCount: page.totalCount,
        countDisagrees: disagrees,
      },
    };
  }

  function pageOf(scope: Scope, question: PageQuestion, all: Collected): Page {
    const { offset, limit } = question;
    return {
      rows: inOrder(all.rows, question).slice(offset, offset + limit),
      total: all.rows.length,
      order: 'asked',
      totals: totalsOf(all.rows),
      coverage: coverageOf(scope, all),
    };
  }

  return {
    async summary(scope, options): Promise<Summary> {
      const all = await readAll(scope, ['customerTenantId'], options);
      const tenants = all.rows.filter(({ customerTenantId }) => customerTenantId != null);
      return {
        totals: sum(all.rows),
        customers: tenants.length,
        ...bandsOf(tenants),
        coverage: coverageOf(scope, all),
      };
    },

    async groups(scope, { by, rankBy, top }, options): Promise<Groups> {
      const all = await readAll(scope, by, options);
      const compare = byMeasure(rankBy);
      const ranked = all.rows
        .map((row): Group => ({
          key: by.map((field) => row[field] ?? null),
          licensesSold: row.licensesSold,
          licensesDeployed: row.licensesDeployed,
        }))
        .toSorted((a, b) => compare(a, b) || compareKeys(a.key, b.key));
      const rest = ranked.slice(top);
      return {
        top: ranked.slice(0, top),
        other: rest.length === 0 ? null : { ...sum(rest), groups: rest.length },
        total: { ...sum(ranked), groups: ranked.length },
        coverage: coverageOf(scope, all),
      };
    },

    async page(scope, question, options): Promise<Page> {
      const { groupby, sort } = question;
      const complete = readings.peek(`all ${keyOf(scope, groupby)}`);
      if (complete !== null) return pageOf(scope, question, await complete);
      if (question.readAll) return pageOf(scope, question, await readAll(scope, groupby, options));
      // Of groups the first response is read whatever their order: where it holds all, those that are equal are one.
      if (sort.length === 0 && groupby.length === 0) return servicePage(scope, question, options);
      const first = await readFirst(scope, groupby, options);
      if (first.next === null) return pageOf(scope, question, first);
      // What the first response does not reach or can't count is asked for apart: the service may give fewer rows
      // than its most, and of a filter in parts the first response is about the first part alone.
      if (first.totalCount === null || question.offset + question.limit > first.rows.length) {
        return servicePage(scope, question, options);
      }
      return {
        rows: first.rows.slice(question.offset, question.offset + question.limit),
        total: first.totalCount,
        order: sort.length === 0 ? 'asked' : 'service',
        totals: null,
        coverage: coverageOf(scope, first),
      };
    },

    async members(scope, question, options): Promise<Members> {
      const all = await readAll(scope, [question.field], options);
      return {
        ...membersAmong(candidatesIn(all.rows, question.field), question),
        coverage: coverageOf(scope, all),
      };
    },

    forget() {
      forgotten += 1;
      readings.forget();
    },
  };
}
