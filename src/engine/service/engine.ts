import type {
  Continuation,
  LicenseDeploymentPage,
  LicenseDeploymentQuery,
  PartnerCenterClient,
} from '#partner-center/client.ts';
import { systemClock, type Clock } from '#partner-center/clock.ts';
import type { Row } from '#partner-center/response.ts';
import type { Field } from '#partner-center/fields.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { wholeGroups } from '#partner-center/reading/merge-groups.ts';
import { datesOf, isBehindEnd, watchDates } from '#partner-center/reading/page-watch.ts';
import { createPinCheck, snapshotChanged } from '#partner-center/reading/pin-check.ts';
import { queryOf } from '#partner-center/reading/read-pages.ts';
import { createShared } from '#partner-center/reading/share.ts';
import { pinned } from '#partner-center/reading/unmixed.ts';
import { compareKeys } from '#partner-center/reading/group-key.ts';
import { bandsOf } from '#engine/bands.ts';
import {
  PAIR,
  type Anomalies,
  type AskOptions,
  type Changes,
  type Coverage,
  type DeploymentRow,
  type Engine,
  type Group,
  type Groups,
  type GroupsQuestion,
  type Members,
  type MembersQuestion,
  type Page,
  type PageQuestion,
  type Standing,
  type Summary,
  type ToRead,
  type Totals,
  type TotalsAnswer,
} from '#engine/engine.ts';
import type { LabelledGroups } from '#engine/label-groups.ts';
import type { Candidates } from '#engine/members-of-rows.ts';
import type { PairCounting } from '#engine/pairs.ts';
import { add, licensesOf, NO_LICENSES } from '#engine/totals.ts';
import { BY_CUSTOMER, FEWEST_GROUPS, withLabel } from './asked-groups.ts';
import type { CutPage } from './cut-page.ts';
import { needsPairs } from './needs-pairs.ts';
import { collect, coverageOf, toReadOf, type Collected, type Scope } from './collect.ts';

// The most rows and groups of recent questions that are kept, so that sorting, paging and looking back ask nothing
// again. At some 300 bytes a row this is about 75 MB.
const KEPT_ROWS = 250_000;

/** The sums of sold and deployed of some rows. */
function sum(rows: Iterable<Totals>): Totals {
  let licensesSold = 0;
  let licensesDeployed = 0;
  for (const row of rows) {
    licensesSold += row.licensesSold;
    licensesDeployed += row.licensesDeployed;
  }
  return { licensesSold, licensesDeployed };
}

/** All groups of a question and their sums. */
type AllGroups = {
  readonly groups: readonly Group[];
  readonly totals: Totals;
  readonly labels: Pick<Groups, 'severalLabels'>;
  readonly coverage: Coverage;
};

const NO_PAIRS = { idle: 0, short: 0 };
const NO_VALUE = { idleValue: 0, idlePriced: 0 };

// The first figures do not need this code, so they do not wait for it.
const orderPart = () => import('#engine/order.ts');
const labelsPart = () => import('#engine/label-groups.ts');
const cutPart = () => import('./cut-page.ts');
const pairsPart = () => import('#engine/pairs.ts');
const membersPart = () => import('#engine/members-of-rows.ts');
const standingPart = () => import('./standing.ts');
const changesPart = () => import('#engine/changes.ts');
const anomaliesPart = () => import('./anomalies.ts');

/**
 * The engine that sends every question to the endpoint: `groupby`, `filter`, `top`, `skip`, `processedDateTime`.
 *
 * What the endpoint can't do is done here on complete answers: an order needs every row (or group) of the question. One
 * response holds up to 10,000 of them; beyond that `page` reads on only where the question allows it.
 */
export function createServiceEngine(client: PartnerCenterClient, clock: Clock = systemClock): Engine {
  const pins = createPinCheck(client, clock, forget);
  const readings = createShared<Collected>(({ rows }) => rows.length, KEPT_ROWS);
  let forgotten = 0;
  const generation = (): number => forgotten;
  const orders = new WeakMap<readonly DeploymentRow[], Map<string, readonly DeploymentRow[]>>();

  const sums = new WeakMap<readonly DeploymentRow[], Totals>();
  // The members of the groups of a field, or of a field and its label. They are the same for every key that a person
  // types.
  const candidates = new WeakMap<readonly DeploymentRow[], Candidates>();
  // The labelled groups, for groups whose last field is the label.
  const labelled = new WeakMap<readonly DeploymentRow[], LabelledGroups>();

  function forget(): void {
    forgotten += 1;
    readings.forget();
  }

  const keyOf = (scope: Scope, groupby: readonly Field[]): string =>
    JSON.stringify([scope.snapshot.processedDateTime, printFilter(scope.filter), groupby]);

  /** Reads one response of the question, or gives all of it where that has been read before. */
  function readFirst(scope: Scope, groupby: readonly Field[], options?: AskOptions): Promise<Collected> {
    const key = keyOf(scope, groupby);
    return (
      readings.peek(`all ${key}`) ??
      readings.ask(
        `first ${key}`,
        (work) => collect(client, scope, groupby, { ...work, all: false, pins, generation }),
        options,
      )
    );
  }

  /** Reads all of the question, beginning behind the first response where that is there. */
  async function readAll(scope: Scope, groupby: readonly Field[], options?: AskOptions): Promise<Collected> {
    if (options?.isUnchecked) return collect(client, scope, groupby, { ...options, all: true, pins });
    const key = keyOf(scope, groupby);
    const begun = forgotten;
    const first = await readFirst(scope, groupby, options);
    if (first.next === null) return first;
    return readings.ask(
      `all ${key}`,
      (work) => {
        // Where the first response has been forgotten meanwhile, the rest may be of another snapshot.
        const from = forgotten === begun ? first : undefined;
        return collect(client, scope, groupby, { ...work, all: true, from, pins, generation });
      },
      options,
    );
  }

  async function candidatesIn(
    rows: readonly DeploymentRow[],
    { field, label }: Pick<MembersQuestion, 'field' | 'label'>,
  ): Promise<Candidates> {
    const { candidatesOf } = await membersPart();
    const known = candidates.get(rows) ?? candidatesOf(rows, field, label);
    candidates.set(rows, known);
    return known;
  }

  async function labelledIn(
    rows: readonly DeploymentRow[],
    by: readonly Field[],
    label: Field | undefined,
  ): Promise<Pick<LabelledGroups, 'groups'> & Partial<LabelledGroups>> {
    if (label === undefined) return { groups: rows };
    const { labelGroups } = await labelsPart();
    const known = labelled.get(rows) ?? labelGroups(rows, by, label);
    labelled.set(rows, known);
    return known;
  }

  function totalsOf(rows: readonly DeploymentRow[]): Totals {
    const known = sums.get(rows) ?? sum(rows);
    sums.set(rows, known);
    return known;
  }

  async function inOrder(
    rows: readonly DeploymentRow[],
    { sort, groupby }: Pick<PageQuestion, 'sort' | 'groupby'>,
  ): Promise<readonly DeploymentRow[]> {
    const { sortRows } = await orderPart();
    const key = JSON.stringify(sort);
    const known = orders.get(rows) ?? new Map<string, readonly DeploymentRow[]>();
    const sorted = known.get(key) ?? sortRows(rows, sort, groupby);
    orders.set(rows, known.set(key, sorted));
    return sorted;
  }

  /**
   * Reads the rows of one page. Mostly that is one response; where the service gives fewer rows than it was asked for,
   * it is more.
   */
  async function readPage(
    query: LicenseDeploymentQuery,
    scope: Scope,
    options?: AskOptions,
  ): Promise<CutPage> {
    const rows: Row[] = [];
    let totalCount: number | null = null;
    const checkDates = watchDates(scope.snapshot);
    for (let continuation: Continuation | undefined; ;) {
      let page: LicenseDeploymentPage;
      try {
        page = await client.licenseDeployment(query, { ...options, continuation });
      } catch (error) {
        if (!isBehindEnd(error, query.skip + rows.length, totalCount)) throw error;
        return { rows, totalCount, isLast: true, isDated: query.groupby.length === 0 };
      }
      totalCount = page.totalCount;
      checkDates(datesOf(page.rows));
      for (const row of page.rows) rows.push(row);
      if (page.next === null || rows.length >= query.top) {
        const isDated = query.groupby.length === 0 && page.rows.length > 0;
        return { rows, totalCount, isLast: page.next === null, isDated };
      }
      continuation = page.next;
    }
  }

  /**
   * Reads the same rows, and makes sure that they are of the snapshot that was asked for: by their dates, or by a check
   * after they came.
   */
  function readCheckedPage(
    query: LicenseDeploymentQuery,
    scope: Scope,
    options?: AskOptions,
  ): Promise<CutPage> {
    return pinned(
      pins,
      {
        snapshot: scope.snapshot,
        isUndated: query.groupby.length > 0,
        async read() {
          const page = await readPage(query, scope, options);
          const isNothing = page.isLast && page.rows.length === 0 && query.skip === 0;
          if (isNothing && scope.filter === null) throw snapshotChanged(scope.snapshot);
          return page;
        },
        isSettled: ({ isDated }) => isDated,
      },
      options,
    );
  }

  /** A page as the service cuts it, with one small request. The groups are the service's own: see `Page`. */
  async function servicePage(scope: Scope, question: PageQuestion, options?: AskOptions): Promise<Page> {
    const { groupby, offset, limit } = question;
    const query = { ...queryOf({ ...scope, groupby }), top: limit, skip: offset };
    // Where the filter has to be asked for in parts, the rows of the page are known only after reading them.
    if (!client.fits(query)) return pageOf(scope, question, await readAll(scope, groupby, options));
    const read = await readCheckedPage(query, scope, options);
    const { totalCount } = read;
    if (groupby.length > 0 && offset === 0 && read.isLast) {
      // These are all groups of the question.
      const all = { ...read, rows: wholeGroups(read.rows, groupby), rowsRead: read.rows.length, next: null };
      return pageOf(scope, question, all);
    }
    const { contradicts, endOf } = await cutPart();
    // The rows that are cut off here come on the next page.
    const rows = read.rows.slice(0, limit);
    return {
      rows,
      ...endOf(offset, read),
      order: question.sort.length === 0 ? 'asked' : 'service',
      totals: null,
      coverage: {
        engine: 'service',
        snapshot: scope.snapshot,
        filter: scope.filter,
        search: '',
        rowsRead: rows.length,
        totalCount,
        countDisagrees: totalCount !== null && contradicts(totalCount, offset, read),
      },
    };
  }

  async function pageOf(scope: Scope, question: PageQuestion, all: Collected): Promise<Page> {
    const { offset, limit } = question;
    const rows = await inOrder(all.rows, question);
    return {
      rows: rows.slice(offset, offset + limit),
      total: all.rows.length,
      isEndKnown: true,
      order: 'asked',
      totals: totalsOf(all.rows),
      coverage: coverageOf(scope, all),
    };
  }

  /** The groups of a grouping by their pairs of customer and product. `idle` and `short` are summed from them. */
  async function readParts(
    scope: Scope,
    by: readonly Field[],
    options?: AskOptions,
  ): Promise<readonly DeploymentRow[]> {
    const { withPairFields } = await pairsPart();
    const { rows } = await readAll(scope, withPairFields(by), options);
    return rows;
  }

  /** All groups of a grouping with `idle` and `short`, and the sums of the whole. */
  async function readWithPairs(
    scope: Scope,
    { groups, by, ...counting }: PairCounting & { groups: readonly DeploymentRow[]; by: readonly Field[] },
    options?: AskOptions,
  ): Promise<{ readonly groups: readonly DeploymentRow[]; readonly totals: Totals }> {
    const parts = await readParts(scope, by, options);
    const { pairTotals, withPairs } = await pairsPart();
    return {
      groups: withPairs(groups, parts, by, counting),
      totals: { ...totalsOf(groups), ...pairTotals(parts, counting) },
    };
  }

  /** A page of groups for which all groups and their pairs have to be read. */
  async function pageWithPairs(scope: Scope, question: PageQuestion, options?: AskOptions): Promise<Page> {
    const { groupby, spare = null, prices = null, thresholds = {}, offset, limit } = question;
    const all = await readAll(scope, groupby, options);
    const known =
      spare === null
        ? { groups: all.rows, totals: totalsOf(all.rows) }
        : await readWithPairs(scope, { groups: all.rows, by: groupby, spare, prices }, options);
    const { reaches } = await pairsPart();
    const { sortRows } = await orderPart();
    const listed = known.groups.filter((group) => reaches(group, thresholds));
    const none: Totals = {
      ...NO_LICENSES,
      ...(spare === null ? {} : NO_PAIRS),
      ...(spare === null || prices === null ? {} : NO_VALUE),
    };
    return {
      rows: sortRows(listed, question.sort, groupby).slice(offset, offset + limit),
      total: listed.length,
      isEndKnown: true,
      order: 'asked',
      totals: known.totals,
      addedUp: listed.reduce<Totals>(add, none),
      ofAllGroups: known.groups.reduce<Totals>(add, none),
      coverage: coverageOf(scope, all),
    };
  }

  async function page(scope: Scope, question: PageQuestion, options?: AskOptions): Promise<Page> {
    const { groupby, sort } = question;
    // The person has agreed to what has to be read: the plan sets `readAll` then.
    if (question.readAll && needsPairs(question)) return pageWithPairs(scope, question, options);
    const complete = readings.peek(`all ${keyOf(scope, groupby)}`);
    if (complete !== null && !needsPairs(question)) return pageOf(scope, question, await complete);
    if (question.readAll) return pageOf(scope, question, await readAll(scope, groupby, options));
    // For groups the first response is read whatever their order is: where it holds all groups, equal ones are joined.
    if (sort.length === 0 && groupby.length === 0) return servicePage(scope, question, options);
    const first = await readFirst(scope, groupby, options);
    const isInParts = !client.fits(queryOf({ ...scope, groupby }));
    let toRead: ToRead | null = null;
    if (needsPairs(question)) {
      // Where one response has every pair, nothing more has to be asked for. Where the filter is split into parts, all
      // are read anyway.
      const { withPairFields } = await pairsPart();
      const parts = isInParts ? first : await readFirst(scope, withPairFields(groupby), options);
      if (isInParts || (first.next === null && parts.next === null)) {
        return pageWithPairs(scope, question, options);
      }
      toRead = toReadOf([first, parts]);
    } else if (first.next === null) return pageOf(scope, question, first);
    // Rows that the first response does not reach are asked for by themselves: the service may give fewer rows than its
    // most, and where the filter is split into parts, the first response is about the first part alone.
    if (isInParts || (first.next !== null && question.offset + question.limit > first.rows.length)) {
      const page = await servicePage(scope, question, options);
      return toRead === null ? page : { ...page, order: 'service', totals: null, toRead };
    }
    if (!first.isDated) await pins.check(scope.snapshot, options);
    const { endOf } = await cutPart();
    return {
      rows: first.rows.slice(question.offset, question.offset + question.limit),
      ...endOf(0, { ...first, isLast: first.next === null }),
      order: sort.length === 0 && !needsPairs(question) ? 'asked' : 'service',
      totals: null,
      ...(toRead === null ? {} : { toRead }),
      coverage: coverageOf(scope, first),
    };
  }

  /** All groups of a question, in no order, and their sums. */
  async function allGroups(
    scope: Scope,
    { by, label, spare = null }: Pick<GroupsQuestion, 'by' | 'label' | 'spare'>,
    options?: AskOptions,
  ): Promise<AllGroups> {
    const all = await readAll(scope, withLabel(by, label), options);
    const { groups: bare, ...labels } = await labelledIn(all.rows, by, label);
    const { groups: known, totals } =
      spare === null
        ? { groups: bare, totals: totalsOf(bare) }
        : await readWithPairs(scope, { groups: bare, by, spare, prices: null }, options);
    return {
      groups: known.map((row) => groupOf(row, by, label)),
      totals,
      labels,
      coverage: coverageOf(scope, all),
    };
  }

  async function groups(scope: Scope, question: GroupsQuestion, options?: AskOptions): Promise<Groups> {
    const { rankBy, top } = question;
    const all = await allGroups(scope, question, options);
    const { byMeasure } = await orderPart();
    const compare = byMeasure(rankBy);
    const ranked = all.groups.toSorted((a, b) => compare(a, b) || compareKeys(a.key, b.key));
    const rest = ranked.slice(top);
    const [first, ...others] = rest;
    return {
      top: ranked.slice(0, top),
      other:
        first === undefined
          ? null
          : { ...others.reduce<Totals>(add, licensesOf(first)), groups: rest.length },
      total: { ...all.totals, groups: ranked.length },
      ...all.labels,
      coverage: all.coverage,
    };
  }

  return {
    async totals(rows, snapshot, { spare = null, prices = null }, options): Promise<TotalsAnswer> {
      const scope = { ...rows, snapshot };
      const all = await readAll(scope, spare === null ? FEWEST_GROUPS : PAIR, options);
      const pairs = spare === null ? {} : (await pairsPart()).pairTotals(all.rows, { spare, prices });
      return { totals: { ...sum(all.rows), ...pairs }, coverage: coverageOf(scope, all) };
    },

    async summary(rows, snapshot, options): Promise<Summary> {
      const scope = { ...rows, snapshot };
      const all = await readAll(scope, BY_CUSTOMER, options);
      const tenants = all.rows.filter(({ customerTenantId }) => customerTenantId != null);
      return {
        totals: sum(all.rows),
        customers: tenants.length,
        ...bandsOf(tenants),
        coverage: coverageOf(scope, all),
      };
    },

    groups: (rows, snapshot, question, options) => groups({ ...rows, snapshot }, question, options),

    page: (rows, snapshot, question, options) => page({ ...rows, snapshot }, question, options),

    async members(rows, snapshot, question, options): Promise<Members> {
      const scope = { ...rows, snapshot };
      const { field, label } = question;
      const all = await readAll(scope, withLabel([field], label), options);
      const { membersAmong } = await membersPart();
      return {
        ...membersAmong(await candidatesIn(all.rows, question), question),
        coverage: coverageOf(scope, all),
      };
    },

    async standing(rows, snapshot, question, options): Promise<Standing> {
      const scope = { ...rows, snapshot };
      // Where the filter is split into parts, the first response is about the first part alone, so all are read anyway.
      const mayReadAll = question.readAll || !client.fits(queryOf({ ...scope, groupby: BY_CUSTOMER }));
      const read = await (mayReadAll ? readAll : readFirst)(scope, BY_CUSTOMER, options);
      const { standingAmong } = await standingPart();
      return { ...standingAmong(read, question.customerTenantId), coverage: coverageOf(scope, read) };
    },

    async changes(rows, from, to, question, options): Promise<Changes> {
      const [before, after] = await Promise.all([
        allGroups({ ...rows, snapshot: from }, question, options),
        allGroups({ ...rows, snapshot: to }, question, options),
      ]);
      const { changesOf } = await changesPart();
      return {
        ...changesOf(before.groups, after.groups, question),
        before: before.totals,
        after: after.totals,
        coverage: { before: before.coverage, after: after.coverage },
      };
    },

    async anomalies(rows, from, to, question, options): Promise<Anomalies> {
      const { anomaliesByService } = await anomaliesPart();
      const fits = (scope: Scope, groupby: readonly Field[]) => client.fits(queryOf({ ...scope, groupby }));
      const scopes = [{ ...rows, snapshot: to }, from && { ...rows, snapshot: from }] as const;
      return anomaliesByService({ readFirst, readAll, fits }, scopes, question, options);
    },

    forget,
  };
}

/** Turns a row of groups into a group. */
function groupOf(row: DeploymentRow, by: readonly Field[], label: Field | undefined): Group {
  return {
    key: by.map((field) => row[field] ?? null),
    ...(label === undefined ? {} : { label: row[label] ?? null }),
    ...licensesOf(row),
  };
}
