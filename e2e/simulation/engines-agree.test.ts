import { expect, test } from 'vitest';
import { LENIENT, type Behaviour } from '#emulator/behaviour.ts';
import { createLicenseDeployment } from '#emulator/license-deployment.ts';
import { between, createRandom, hashText, mix, pick, shuffle, type Random } from '#emulator/random.ts';
import type {
  Coverage,
  DeploymentRow,
  GroupsQuestion,
  MembersQuestion,
  Page,
  PageQuestion,
  Rows,
} from '#engine/engine.ts';
import { createServiceEngine } from '#engine/service/engine.ts';
import { findSnapshot, type Snapshot } from '#partner-center/reading/snapshot.ts';
import { createTableAnswers } from '#engine/snapshot/answers/table-answers.ts';
import { mergeParts } from '#engine/snapshot/load/merge-parts.ts';
import { createPartBuilder } from '#engine/snapshot/load/part-builder.ts';
import { createPartnerCenterClient, LICENSE_DEPLOYMENT_PATH } from '#partner-center/client.ts';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { and, or } from '#partner-center/filter/canonical.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { answeredMeasure, answeredSort } from '#view/answered.ts';
import {
  DEFAULT_VIEW,
  effectiveChart,
  ROW_MEASURES,
  ROW_SORT_FIELDS,
  type RowSortField,
  type View,
} from '#view/view.ts';
import { createUnkindData, inOtherCase } from './unkind-data.ts';

// Both engines are asked what the page asks for a view, over the local endpoint's own responses to much that rows can be.
// All views of one data set go to the same two engines, so that what an engine keeps of one question can spoil another.

/** Rows of each data set, one after the other. */
const DATA = [300, 450, 700, 1_000, 300, 1_500, 500, 4_000];
/** Pairs of filters a data set is asked with. */
const PAIRS = 12;
/** Views of one filter: first ones, and for each some that are nearly the same. */
const FIRST_VIEWS = 4;
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

/** The snapshot's rows as a table, from the bytes of its pages, read out of order by two builders. */
async function loadTable(service: Service, count: number) {
  const builders = [createPartBuilder(), createPartBuilder()] as const;
  const rows: DeploymentRow[] = [];
  // More pages than one, in parts that each have dictionaries of their own.
  const rowsOfPage = Math.ceil(count / 7) - 1;
  const places = Array.from({ length: Math.ceil(count / rowsOfPage) + 1 }, (_, page) => page * rowsOfPage);
  for (const place of places.toReversed()) {
    const url = `${ORIGIN}${LICENSE_DEPLOYMENT_PATH}?top=${rowsOfPage}&skip=${place}`;
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

function randomView(random: Random, filter: Filter | null, rows: number): View {
  const groupby =
    random() < 0.35
      ? []
      : [
          ...new Set([
            pick(random, FIELDS),
            pick(random, FIELDS),
            pick(random, FIELDS),
            pick(random, FIELDS),
          ]),
        ];
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
    chart: random() < 0.5 ? null : pick(random, FIELDS),
    measure: pick(random, ROW_MEASURES),
  };
}

/** What the rows of a grouping can be sorted by. */
function computedFields(groupby: readonly Field[]): readonly RowSortField[] {
  return groupby.length > 0 ? [...groupby, ...ROW_MEASURES] : ROW_SORT_FIELDS;
}

/** Another view so near that an answer kept for one could be taken for the other's. */
function relativeOf(random: Random, view: View): View {
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
  if (form < 0.85 && groupby.length > 1)
    return { ...view, groupby: [...groupby.slice(1), ...groupby.slice(0, 1)] };
  return {
    ...view,
    chart: pick(random, FIELDS),
    measure: pick(random, [measure, ...ROW_MEASURES]),
    page: view.page + 1,
  };
}

type Question =
  | { readonly ask: 'summary' }
  | ({ readonly ask: 'groups' } & GroupsQuestion)
  | ({ readonly ask: 'page' } & PageQuestion)
  | ({ readonly ask: 'members' } & MembersQuestion);

/** A field to name groups of some others by, or none. */
function someLabel(random: Random, by: readonly Field[]): Field | undefined {
  const others = FIELDS.filter((field) => !by.includes(field));
  return random() < 0.5 || others.length === 0 ? undefined : pick(random, others);
}

function questionsOf(random: Random, view: View): readonly Question[] {
  // The page asks for one field; an engine answers for any number.
  const by = view.groupby.length > 0 && random() < 0.4 ? view.groupby : [effectiveChart(view)];
  const field = pick(random, FIELDS);
  return [
    {
      ask: 'groups',
      by,
      label: someLabel(random, by),
      rankBy: answeredMeasure(view.measure),
      top: pick(random, [1, 10, 50]),
    },
    {
      ask: 'page',
      groupby: view.groupby,
      sort: answeredSort(view),
      offset: (view.page - 1) * view.pageSize,
      limit: view.pageSize,
      readAll: true,
    },
    {
      ask: 'members',
      field,
      label: someLabel(random, [field]),
      containing: pick(random, ['', '', 'a', 'E 3', 'MICROSOFT off', 'ltd', 'οδοσ', 'o365', 'istanbul', "'"]),
      limit: pick(random, [5, 1_000]),
    },
  ];
}

/** What a page shows, each value written, so that a missing one and null are the same. */
function shown({ rows, total, order, totals }: Pick<Page, 'rows' | 'total' | 'order' | 'totals'>) {
  return {
    rows: rows.map((row) => [
      ...FIELDS.map((field) => row[field] ?? null),
      row.processedDateTime ?? null,
      row.licensesSold,
      row.licensesDeployed,
    ]),
    total,
    order,
    totals,
  };
}

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
  const { table, rows } = await loadTable(service, rowCount);
  expect(table.rows).toBe(rowCount);
  const answers = createTableAnswers(table);
  const found = await findSnapshot(client, null);
  if (found === null) throw new Error('The local endpoint has no snapshot.');
  const snapshot: Snapshot = found;

  /** By text: comparing field by field is for telling a difference, not for finding that there is none. */
  const equal = (asked: string, actual: unknown, expected: unknown): void => {
    if (JSON.stringify(actual) === JSON.stringify(expected)) return;
    expect(actual, `data ${seed}: ${asked}`).toEqual(expected);
  };

  async function compare(scope: Rows, question: Question): Promise<void> {
    const asked = JSON.stringify([scope.filter, question]);
    const same = (
      { coverage, ...expected }: { readonly coverage: Coverage },
      { rowsRead, ...actual }: { readonly rowsRead: number },
    ): void => {
      equal(asked, actual, expected);
      equal(`${asked}: the count disagrees`, coverage.countDisagrees, false);
      equal(`${asked}: rows read`, rowsRead, rowsOf(scope));
    };
    switch (question.ask) {
      case 'summary':
        same(await serviceEngine.summary(scope, snapshot), answers.summary(scope));
        break;
      case 'groups':
        same(await serviceEngine.groups(scope, snapshot, question), answers.groups(scope, question));
        break;
      case 'members':
        same(await serviceEngine.members(scope, snapshot, question), answers.members(scope, question));
        break;
      case 'page': {
        const expected = await serviceEngine.page(scope, snapshot, question);
        const { rowsRead, ...actual } = answers.page(scope, question);
        // Of rows in its own order the service tells no sums.
        const totals = expected.totals === null ? null : actual.totals;
        same(
          { ...shown(expected), coverage: expected.coverage },
          { ...shown({ ...actual, totals }), rowsRead },
        );
      }
    }
  }
  /** Whatever is asked of a scope rests on the same rows. */
  const rowsOf = (scope: Rows): number =>
    answers.page(scope, { groupby: [], sort: [], offset: 0, limit: 1, readAll: true }).total;

  function askedOfFilter(): readonly { readonly scope: Rows; readonly question: Question }[] {
    const scope: Rows = { filter: randomFilter(random, rows), search: '' };
    const views = Array.from({ length: FIRST_VIEWS }, () => {
      const view = randomView(random, scope.filter, rowCount);
      return [view, ...Array.from({ length: RELATIVES }, () => relativeOf(random, view))];
    });
    const questions = views.flat().flatMap((view) => questionsOf(random, view));
    return [{ ask: 'summary' } as const, ...questions].map((question) => ({ scope, question }));
  }

  let pages = 0;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const asked = [...askedOfFilter(), ...askedOfFilter()];
    // Each twice, the second time in an order of its own: what was kept of the first is behind others.
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
  { timeout: 240_000 },
  async () => {
    let compared = 0;
    for (const [seed, rows] of DATA.entries()) compared += await compareEngines(seed + 1, rows);
    expect(compared).toBe(VIEWS * 2);
  },
);
