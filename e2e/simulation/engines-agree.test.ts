import { expect, test } from 'vitest';
import { LENIENT, type Behaviour } from '#emulator/behaviour.ts';
import { createLicenseDeployment } from '#emulator/license-deployment.ts';
import { between, createRandom, hashText, mix, pick, shuffle, type Random } from '#emulator/random.ts';
import { FOUND_KINDS } from '#engine/anomalies.ts';
import { inAnyOrder, plainAnomalies, toldOf } from '#engine/anomalies.oracle.ts';
import type {
  AnomaliesQuestion,
  Coverage,
  DeploymentRow,
  ChangesQuestion,
  GroupsQuestion,
  MembersQuestion,
  Page,
  PageQuestion,
  Rows,
  StandingQuestion,
  Thresholds,
  Totals,
  TotalsQuestion,
} from '#engine/engine.ts';
import type { Prices } from '#view/prices.ts';
import { createServiceEngine } from '#engine/service/engine.ts';
import { findSnapshot } from '#partner-center/reading/snapshot.ts';
import { anomaliesOfTables } from '#engine/snapshot/answers/anomalies/anomalies-of-tables.ts';
import { changesOfTables } from '#engine/snapshot/answers/changes/changes-of-tables.ts';
import { createTableAnswers } from '#engine/snapshot/answers/table-answers.ts';
import { mergeParts } from '#engine/snapshot/load/merge-parts.ts';
import { createPartBuilder } from '#engine/snapshot/load/part-builder.ts';
import { createPartnerCenterClient, LICENSE_DEPLOYMENT_PATH } from '#partner-center/client.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { and, or } from '#partner-center/filter/canonical.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { answeredMeasure, answeredSort } from '#view/answered.ts';
import {
  CHANGE_FIELDS,
  DEFAULT_VIEW,
  effectiveChart,
  MEASURES,
  ROW_MEASURES,
  ROW_SORT_FIELDS,
  type Measure,
  type RowSortField,
  type View,
} from '#view/view.ts';
import { createUnkindData, inOtherCase } from './unkind-data.ts';

// Both engines are asked what the page asks for a view, over the local endpoint's own responses to much that rows can be.
// All views of one data set go to the same two engines, so that what an engine keeps of one question can spoil another.

/** Rows of each data set, one after the other. */
const DATA = [300, 450, 700, 1_000, 300, 1_500, 500, 4_000];
/** Pairs of filters a data set is asked with. */
const PAIRS = 6;
/** Views of one filter: first ones, and for each some that are nearly the same. */
const FIRST_VIEWS = 27;
const RELATIVES = 3;
const VIEWS_A_FILTER = FIRST_VIEWS * (1 + RELATIVES);
const VIEWS = DATA.length * PAIRS * 2 * VIEWS_A_FILTER;

const ORIGIN = 'https://gateway.example';
const DATE = '2026-03-14';

type Service = (request: Request) => Promise<Response>;

/** The endpoint over the data. Of its ungrouped rows some leave a field out that has no value, as JSON allows. */
function createService(
  data: ReturnType<typeof createUnkindData>,
  spellings: Behaviour['spellings'],
): Service {
  const app = createLicenseDeployment({
    data,
    authorize: null,
    strike: () => [],
    nextLink: 'relative',
    behaviour: { ...LENIENT, spellings },
  });
  return async (request) => {
    const response = await app.fetch(request);
    if (!response.ok || new URL(request.url).searchParams.has('groupby')) return response;
    const body = (await response.json()) as { readonly Value: readonly Record<string, unknown>[] };
    const Value = body.Value.map((row) =>
      hashText(JSON.stringify(row)) % 2 === 0
        ? row
        : Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    );
    return new Response(JSON.stringify({ ...body, Value }), response);
  };
}

/** The rows of a day's snapshot as a table, from the bytes of its pages, read out of order by two builders. */
async function loadTable(service: Service, date: string, count: number) {
  const builders = [createPartBuilder(), createPartBuilder()] as const;
  const rows: DeploymentRow[] = [];
  // More pages than one, in parts that each have dictionaries of their own.
  const rowsOfPage = Math.ceil(count / 7) - 1;
  const places = Array.from({ length: Math.ceil(count / rowsOfPage) + 1 }, (_, page) => page * rowsOfPage);
  for (const place of places.toReversed()) {
    const url = `${ORIGIN}${LICENSE_DEPLOYMENT_PATH}?top=${rowsOfPage}&skip=${place}&processedDateTime=${date}`;
    const response = await service(new Request(url));
    const bytes = new Uint8Array(await response.arrayBuffer());
    (builders[(place / rowsOfPage) % 2] ?? builders[0]).scan(place, bytes);
    const { Value } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly Value: DeploymentRow[] };
    rows.unshift(...Value);
  }
  return { table: mergeParts(builders.map((builder) => builder.build())), rows };
}

/** What no row has, or hardly any. */
const STRANGE_VALUES = ['nobody', 'null', '', ' ', "'", 'o365 ', 'o36', '%'] as const;

function randomFilter(random: Random, rows: readonly DeploymentRow[]): Filter | null {
  const comparison = (): Filter => {
    const field = pick(random, FIELDS);
    const own = random() < 0.1 ? null : (pick(random, rows)[field] ?? null);
    const value = own ?? pick(random, STRANGE_VALUES);
    // Equality ignores letter case.
    const written = random() < 0.5 ? inOtherCase(random, value) : value;
    return { kind: 'comparison', field, operator: random() < 0.5 ? 'eq' : 'ne', value: written };
  };
  const form = random();
  if (form < 0.2) return null;
  if (form < 0.4) return comparison();
  if (form < 0.55) return and([comparison(), comparison()]);
  if (form < 0.7) return or([comparison(), comparison(), comparison()]);
  if (form < 0.85) return and([or([comparison(), comparison()]), comparison()]);
  return or([and([comparison(), comparison()]), and([comparison(), or([comparison(), comparison()])])]);
}

/**
 * What the views of one filter choose from. Few, so that they meet at what the engines keep, and since what takes the
 * time of this test is what the service engine has to read.
 */
type Choices = {
  readonly groupings: readonly (readonly Field[])[];
  readonly fields: readonly Field[];
  readonly labels: readonly Field[];
};

function randomChoices(random: Random): Choices {
  const some = (count: number): readonly Field[] => [
    ...new Set(Array.from({ length: count }, () => pick(random, FIELDS))),
  ];
  return { groupings: [some(1), some(4), some(4)], fields: some(2), labels: some(2) };
}

function randomView(
  random: Random,
  { groupings, fields: charts }: Choices,
  filter: Filter | null,
  rows: number,
): View {
  const groupby = random() < 0.35 ? [] : pick(random, groupings);
  const fields = computedFields(groupby);
  const keys = new Set(Array.from({ length: between(random, 0, 3) }, () => pick(random, fields)));
  const pageSize = pick(random, [1, 20, 50, 100]);
  return {
    ...DEFAULT_VIEW,
    filter,
    groupby,
    sort: [...keys].map((field) => ({ field, descending: random() < 0.5 })),
    // Mostly the first pages, which say most of an order.
    page: random() < 0.5 ? 1 : between(random, 1, Math.max(2, Math.ceil(rows / pageSize / 2))),
    pageSize,
    chart: random() < 0.3 ? null : pick(random, charts),
    measure: pick(random, ROW_MEASURES),
  };
}

/** What the rows of a grouping can be sorted by. */
function computedFields(groupby: readonly Field[]): readonly RowSortField[] {
  return groupby.length > 0 ? [...groupby, ...ROW_MEASURES] : ROW_SORT_FIELDS;
}

/** Another view so near that an answer kept for one could be taken for the other's. */
function relativeOf(random: Random, { fields: charts }: Choices, view: View): View {
  const { sort, groupby, measure } = view;
  const form = random();
  const [first, ...others] = sort;
  if (form < 0.25 && first !== undefined)
    return { ...view, sort: [{ ...first, descending: !first.descending }, ...others] };
  // As many keys, of other fields or in another order.
  if (form < 0.5 && sort.length > 0) {
    const fields = computedFields(groupby).filter((field) => sort.every((key) => key.field !== field));
    const replaced = { field: pick(random, fields), descending: random() < 0.5 };
    return { ...view, sort: random() < 0.5 ? sort.toReversed() : [replaced, ...others] };
  }
  // The same fields in another order.
  if (form < 0.85 && groupby.length > 1) return { ...view, groupby: groupby.toReversed() };
  return {
    ...view,
    chart: pick(random, charts),
    measure: pick(random, [measure, ...ROW_MEASURES]),
    page: view.page + 1,
  };
}

type Question =
  | { readonly ask: 'summary' }
  | ({ readonly ask: 'groups' } & GroupsQuestion)
  | ({ readonly ask: 'page' } & PageQuestion)
  | ({ readonly ask: 'members' } & MembersQuestion)
  | ({ readonly ask: 'totals' } & TotalsQuestion)
  | ({ readonly ask: 'standing' } & StandingQuestion)
  | ({ readonly ask: 'changes' } & ChangesQuestion)
  | ({ readonly ask: 'anomalies'; readonly isCompared: boolean } & AnomaliesQuestion);

/** A field to name groups of some others by, or none. */
function someLabel(random: Random, { labels }: Choices, by: readonly Field[]): Field | undefined {
  const others = labels.filter((field) => !by.includes(field));
  return random() < 0.5 || others.length === 0 ? undefined : pick(random, others);
}

/** Licenses that are kept on purpose, or null: then nothing is asked about pairs. */
function someSpare(random: Random): number | null {
  return random() < 0.6 ? null : pick(random, [0, 0, 1, 20]);
}

/** What groups have to reach; mostly nothing. */
function someThresholds(random: Random, spare: number | null): Thresholds | undefined {
  const form = random();
  if (form < 0.6) return undefined;
  if (form < 0.75 && spare !== null) return { minIdle: pick(random, [1, 50]), maxUtilization: 1 };
  return form < 0.9 ? { minUtilization: 0.95 } : { maxUtilization: pick(random, [0, 0.5, 1]) };
}

/** Idle and short licenses can be asked for where pairs are. */
const measuresWith = (spare: number | null): readonly Measure[] => (spare === null ? ROW_MEASURES : MEASURES);

function changesOfView(random: Random, choices: Choices, view: View): Question {
  const { groupby, sort, page, pageSize } = view;
  const by = groupby.length > 0 ? groupby : [pick(random, choices.fields)];
  const spare = someSpare(random);
  const fields = [...by, ...measuresWith(spare), ...CHANGE_FIELDS].filter(
    (field) => field !== 'changeIdle' || spare !== null,
  );
  return {
    ask: 'changes',
    by,
    label: someLabel(random, choices, by),
    spare,
    rankBy: pick(random, measuresWith(spare)),
    movers: pick(random, [0, 5, 20]),
    sort: sort.map(({ descending }) => ({ field: pick(random, fields), descending })),
    offset: (page - 1) * pageSize,
    limit: pageSize,
  };
}

/** Lists of prices over the data's products, some of them without a price, and of others. */
function someLists(random: Random, rows: readonly DeploymentRow[]): readonly Prices[] {
  return [0.4, 1].map((share, at) => {
    const ids = new Map(
      rows.flatMap(({ productId }) => (productId == null ? [] : [[foldCase(productId), productId]])),
    );
    const priced = [...ids.values()].filter(() => random() < share);
    return {
      id: `list ${at}`,
      of: [...priced, 'of nobody'].map(
        (id) => [inOtherCase(random, id), pick(random, [0, 1, 48_333, 360_000])] as const,
      ),
    };
  });
}

/** Which list is asked with, if any: what is idle has a value only where it is counted. */
function someList(random: Random, lists: readonly Prices[], spare: number | null): Prices | null {
  return spare === null || random() < 0.4 ? null : pick(random, lists);
}

function anomaliesOfView(random: Random, { page, pageSize }: View): Question {
  return {
    ask: 'anomalies',
    isCompared: random() < 0.7,
    kinds: FOUND_KINDS.filter(() => random() < 0.8),
    offset: (page - 1) * pageSize,
    limit: pageSize,
    readAll: random() < 0.5,
  };
}

function questionsOf(
  random: Random,
  choices: Choices,
  lists: readonly Prices[],
  view: View,
): readonly Question[] {
  // The page asks for one field; an engine answers for any number.
  const by = view.groupby.length > 0 && random() < 0.4 ? view.groupby : [effectiveChart(view)];
  const field = pick(random, choices.fields);
  const isGrouped = view.groupby.length > 0;
  const [ofGroups, ofPage] = [someSpare(random), isGrouped ? someSpare(random) : null];
  const prices = someList(random, lists, ofPage);
  const ofPairs = prices === null ? (['idle', 'short'] as const) : (['idle', 'short', 'idleValue'] as const);
  const questions: Question[] = [
    {
      ask: 'groups',
      by,
      label: someLabel(random, choices, by),
      spare: ofGroups,
      rankBy: ofGroups === null ? answeredMeasure(view.measure) : pick(random, MEASURES),
      top: pick(random, [1, 10, 50]),
    },
    {
      ask: 'page',
      groupby: view.groupby,
      sort:
        ofPage !== null && random() < 0.5
          ? [{ field: pick(random, ofPairs), descending: random() < 0.8 }, ...answeredSort(view)]
          : answeredSort(view),
      spare: ofPage,
      prices,
      thresholds: isGrouped ? someThresholds(random, ofPage) : undefined,
      offset: (view.page - 1) * view.pageSize,
      limit: view.pageSize,
      readAll: true,
    },
    {
      ask: 'members',
      field,
      label: someLabel(random, choices, [field]),
      containing: pick(random, ['', '', 'a', 'E 3', 'MICROSOFT off', 'ltd', 'οδοσ', 'o365', 'istanbul', "'"]),
      limit: pick(random, [5, 1_000]),
    },
  ];
  if (random() < 0.3) questions.push(changesOfView(random, choices, view));
  if (random() < 0.1) questions.push(anomaliesOfView(random, view));
  return questions;
}

/** What a page shows, each value written, so that a missing one and null are the same. */
function shown({ rows, total, order, totals, addedUp }: Omit<Page, 'coverage' | 'isEndKnown'>) {
  return {
    rows: rows.map((row) => [
      ...FIELDS.map((field) => row[field] ?? null),
      row.processedDateTime ?? null,
      ...figuresOf(row),
    ]),
    total,
    order,
    totals: totals === null ? null : figuresOf(totals),
    addedUp: addedUp === undefined ? null : figuresOf(addedUp),
  };
}

const figuresOf = (totals: Totals): readonly unknown[] => [
  totals.licensesSold,
  totals.licensesDeployed,
  totals.idle ?? null,
  totals.short ?? null,
  totals.idleValue ?? null,
  totals.idlePriced ?? null,
];

async function compareEngines(seed: number, rowCount: number): Promise<number> {
  const random = createRandom(mix(seed));
  const data = createUnkindData(seed, rowCount, DATE);
  // The service may group the spellings of a value either way.
  const service = createService(data, seed % 2 === 0 ? 'together' : 'apart');
  const client = createPartnerCenterClient({
    tokens: { getToken: () => Promise.resolve('none') },
    baseUrl: ORIGIN,
    fetch: (input, init) => service(new Request(input, init)),
  });
  const serviceEngine = createServiceEngine(client);

  async function load(date: string) {
    const count = data.snapshot(date)?.length ?? 0;
    const { table, rows } = await loadTable(service, date, count);
    expect(table.rows).toBe(count);
    const snapshot = await findSnapshot(client, date);
    if (snapshot === null) throw new Error(`The local endpoint has no snapshot of ${date}.`);
    return { answers: createTableAnswers(table), rows, snapshot };
  }
  const { answers, rows, snapshot } = await load(DATE);
  // The day before has some of the same customers and products, and other spellings of them.
  const earlier = await load(data.snapshotBefore(DATE) ?? '');

  const lists = someLists(random, rows);

  /** What the service engine said first, as a text: it never changes. */
  const told = new Map<Question, string>();
  /** Pages of rows in the service's own order, of which it tells no sums. */
  const withoutSums = new Set<Question>();

  /** By text: comparing field by field is for telling a difference, not for finding that there is none. */
  const equal = (asked: () => string, actual: unknown, expected: string): void => {
    if (JSON.stringify(actual) === expected) return;
    expect(actual, `data ${seed}: ${asked()}`).toEqual(JSON.parse(expected));
  };

  /** Whatever is asked of a scope rests on the same rows. */
  const rowsOf = (of: typeof answers, scope: Rows): number => of.totals(scope, {}).rowsRead;

  /** The answer of the service engine, without what it rests on, which says that no count disagrees. */
  async function askService(scope: Rows, question: Question): Promise<unknown> {
    const without = ({ coverage, ...answer }: { readonly coverage: Coverage }): unknown => {
      expect(coverage.countDisagrees).toBe(false);
      return answer;
    };
    switch (question.ask) {
      case 'summary':
        return without(await serviceEngine.summary(scope, snapshot));
      case 'groups':
        return without(await serviceEngine.groups(scope, snapshot, question));
      case 'members':
        return without(await serviceEngine.members(scope, snapshot, question));
      case 'totals':
        return without(await serviceEngine.totals(scope, snapshot, question));
      case 'standing':
        return without(await serviceEngine.standing(scope, snapshot, question));
      case 'page': {
        const page = await serviceEngine.page(scope, snapshot, question);
        expect(page.coverage.countDisagrees).toBe(false);
        if (page.totals === null) withoutSums.add(question);
        return shown(page);
      }
      case 'changes': {
        const changes = await serviceEngine.changes(scope, earlier.snapshot, snapshot, question);
        const { coverage, ...answer } = changes;
        expect([coverage.before.countDisagrees, coverage.after.countDisagrees]).toEqual([false, false]);
        return answer;
      }
      case 'anomalies': {
        const from = question.isCompared ? earlier.snapshot : null;
        const anomalies = await serviceEngine.anomalies(scope, from, snapshot, question);
        if (anomalies.toRead !== null) throw new Error('One response has all groups of these data.');
        const { coverage, ...answer } = anomalies;
        expect([coverage.before?.countDisagrees ?? false, coverage.after.countDisagrees]).toEqual([
          false,
          false,
        ]);
        return answer;
      }
    }
  }

  /** The answer of the snapshot engine, and the rows that it rests on. */
  function askTable(scope: Rows, question: Question): { readonly rowsRead: unknown } & object {
    switch (question.ask) {
      case 'summary':
        return answers.summary(scope);
      case 'groups':
        return answers.groups(scope, question);
      case 'members':
        return answers.members(scope, question);
      case 'totals':
        return answers.totals(scope, question);
      case 'standing':
        return answers.standing(scope, question);
      case 'page': {
        const page = answers.page(scope, question);
        const totals = withoutSums.has(question) ? null : page.totals;
        return { ...shown({ ...page, totals }), rowsRead: page.rowsRead };
      }
      case 'changes':
        return changesOfTables(earlier.answers, answers, scope, question);
      case 'anomalies':
        return anomaliesOfTables(question.isCompared ? earlier.answers : null, answers, scope, question);
    }
  }

  async function compare(scope: Rows, question: Question): Promise<void> {
    const asked = (): string => JSON.stringify([scope.filter, question]);
    const before = told.get(question);
    // What the service engine keeps can be spoiled, too: some are asked of it twice.
    const isAskedAnew = before === undefined || random() < 0.2;
    const expected = isAskedAnew ? JSON.stringify(await askService(scope, question)) : before;
    if (before !== undefined) expect(expected).toBe(before);
    told.set(question, expected);
    const { rowsRead, ...actual } = askTable(scope, question);
    equal(asked, actual, expected);
    const read = rowsOf(answers, scope);
    const readBefore = (): number => rowsOf(earlier.answers, scope);
    const ofBoth = (): unknown => ({
      before: question.ask === 'anomalies' && !question.isCompared ? 0 : readBefore(),
      after: read,
    });
    equal(
      () => `${asked()}: rows read`,
      rowsRead,
      JSON.stringify(question.ask === 'changes' || question.ask === 'anomalies' ? ofBoth() : read),
    );
  }

  function askedOfFilter(): readonly { readonly scope: Rows; readonly question: Question }[] {
    const scope: Rows = { filter: randomFilter(random, rows), search: '' };
    const choices = randomChoices(random);
    const views = Array.from({ length: FIRST_VIEWS }, () => {
      const view = randomView(random, choices, scope.filter, rowCount);
      return [view, ...Array.from({ length: RELATIVES }, () => relativeOf(random, choices, view))];
    });
    const questions = views.flat().flatMap((view) => questionsOf(random, choices, lists, view));
    const tenant = pick(random, rows).customerTenantId ?? 'nobody';
    const ofAll: readonly Question[] = [
      { ask: 'summary' },
      { ask: 'totals' },
      { ask: 'totals', spare: 1 },
      ...lists.map((prices): Question => ({ ask: 'totals', spare: 1, prices })),
      { ask: 'standing', customerTenantId: random() < 0.5 ? tenant : tenant.toUpperCase(), readAll: true },
    ];
    return [...ofAll, ...questions].map((question) => ({ scope, question }));
  }

  // Of all rows plain loops say the same.
  const listed: AnomaliesQuestion = { kinds: FOUND_KINDS, offset: 0, limit: 1_000_000, readAll: true };
  const found = anomaliesOfTables(earlier.answers, answers, { filter: null, search: '' }, listed);
  expect(inAnyOrder(found.rows.map(toldOf))).toEqual(inAnyOrder(plainAnomalies(earlier.rows, rows)));

  let pages = 0;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const asked = [...askedOfFilter(), ...askedOfFilter()];
    // Each twice, the second time in an order of its own: what was kept of the first is behind others.
    told.clear();
    for (let time = 0; time < 2; time += 1) {
      const order = Uint32Array.from(asked, (_, at) => at);
      shuffle(random, order);
      for (const at of order) {
        const next = asked[at];
        if (next === undefined) continue;
        await compare(next.scope, next.question);
        if (next.question.ask === 'page') pages += 1;
      }
    }
  }
  return pages;
}

test(
  `both engines answer alike for ${VIEWS.toLocaleString('en')} random views, asked twice`,
  { timeout: 480_000 },
  async () => {
    let compared = 0;
    for (const [seed, rows] of DATA.entries()) compared += await compareEngines(seed + 1, rows);
    expect(compared).toBe(VIEWS * 2);
  },
);
