import { expect, test } from 'vitest';
import { createDemoData } from '#emulator/demo-data.ts';
import { createLicenseDeployment } from '#emulator/license-deployment.ts';
import { between, createRandom, mix, pick, type Random } from '#emulator/random.ts';
import type { DeploymentRow, Members, Page, Scope } from '#engine/engine.ts';
import { createServiceEngine } from '#engine/service/engine.ts';
import { findSnapshot } from '#engine/service/snapshot.ts';
import { createTableAnswers } from '#engine/snapshot/answers.ts';
import { mergeParts } from '#engine/snapshot/merge.ts';
import { createPartBuilder } from '#engine/snapshot/part.ts';
import { createPartnerCenterClient, LICENSE_DEPLOYMENT_PATH } from '#partner-center/client.ts';
import { FIELDS } from '#partner-center/fields.ts';
import { and, or } from '#partner-center/filter/canonical.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import {
  DEFAULT_VIEW,
  effectiveChart,
  effectiveSort,
  MEASURES,
  sortFieldsOf,
  type View,
} from '#view/view.ts';

// Both engines are asked what the page asks for a view, over the local endpoint's own responses.
const VIEWS = 10_000;
/** Views that share a filter share what the service engine has read. */
const VIEWS_A_FILTER = 50;
const ROWS = 300;
/** More pages than one, in parts that each have dictionaries of their own. */
const ROWS_A_PAGE = 45;
const ORIGIN = 'https://gateway.example';

const data = createDemoData({ rows: ROWS, seed: 'agree', now: new Date('2026-03-15T10:00:00Z') });
const service = createLicenseDeployment({
  data,
  authorize: null,
  strike: () => [],
  nextLink: 'relative',
});
const client = createPartnerCenterClient({
  tokens: { getToken: () => Promise.resolve('none') },
  baseUrl: ORIGIN,
  fetch: async (input, init) => service.fetch(new Request(input, init)),
});
const serviceEngine = createServiceEngine(client);

/** The snapshot's rows as a table, from the bytes of its pages, read out of order by two builders. */
async function loadTable() {
  const builders = [createPartBuilder(), createPartBuilder()] as const;
  const rows: DeploymentRow[] = [];
  const places = Array.from({ length: Math.ceil(ROWS / ROWS_A_PAGE) + 1 }, (_, page) => page * ROWS_A_PAGE);
  for (const place of places.toReversed()) {
    const response = await service.fetch(
      new Request(`${ORIGIN}${LICENSE_DEPLOYMENT_PATH}?top=${ROWS_A_PAGE}&skip=${place}`),
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    (builders[(place / ROWS_A_PAGE) % 2] ?? builders[0]).scan(place, bytes);
    const { Value } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly Value: DeploymentRow[] };
    rows.unshift(...Value);
  }
  return { table: mergeParts(builders.map((builder) => builder.build())), rows };
}

function randomFilter(random: Random, rows: readonly DeploymentRow[]): Filter | null {
  const comparison = (): Filter => {
    const field = pick(random, FIELDS);
    const value = random() < 0.05 ? 'nobody' : (pick(random, rows)[field] ?? 'nobody');
    // Equality ignores letter case.
    const written = random() < 0.2 ? value.toUpperCase() : value;
    return { kind: 'comparison', field, operator: random() < 0.6 ? 'eq' : 'ne', value: written };
  };
  const form = random();
  if (form < 0.2) return null;
  if (form < 0.4) return comparison();
  if (form < 0.55) return and([comparison(), comparison()]);
  if (form < 0.7) return or([comparison(), comparison(), comparison()]);
  if (form < 0.85) return and([or([comparison(), comparison()]), comparison()]);
  return or([and([comparison(), comparison()]), and([comparison(), or([comparison(), comparison()])])]);
}

function randomView(random: Random, filter: Filter | null): View {
  const groupby =
    random() < 0.4 ? [] : [...new Set([pick(random, FIELDS), pick(random, FIELDS), pick(random, FIELDS)])];
  const fields = sortFieldsOf(groupby);
  const keys = new Set(Array.from({ length: between(random, 0, 3) }, () => pick(random, fields)));
  const pageSize = pick(random, [1, 20, 50, 100]);
  return {
    ...DEFAULT_VIEW,
    filter,
    groupby,
    sort: [...keys].map((field) => ({ field, descending: random() < 0.5 })),
    page: between(random, 1, Math.max(2, Math.ceil(ROWS / pageSize / 2))),
    pageSize,
    chart: random() < 0.5 ? null : pick(random, FIELDS),
    measure: pick(random, MEASURES),
  };
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

test(
  `both engines answer alike for ${VIEWS.toLocaleString('en')} random views`,
  { timeout: 240_000 },
  async () => {
    const { table, rows } = await loadTable();
    expect(table.rows).toBe(ROWS);
    const answers = createTableAnswers(table);
    const snapshot = await findSnapshot(client, null);
    if (snapshot === null) throw new Error('The local endpoint has no snapshot.');

    let compared = 0;
    for (let seed = 1; seed <= VIEWS / VIEWS_A_FILTER; seed += 1) {
      const random = createRandom(mix(seed));
      const filter = randomFilter(random, rows);
      const scope: Scope = { filter, search: '', snapshot };

      /** By text: comparing field by field is for telling a difference, not for finding that there is none. */
      const equal = (asked: string, actual: unknown, expected: unknown): void => {
        if (JSON.stringify(actual) === JSON.stringify(expected)) return;
        expect(actual, `seed ${seed}: ${asked}`).toEqual(expected);
      };
      const same = async <T extends { readonly coverage: unknown }>(
        asked: string,
        expected: Promise<T>,
        { rowsRead, ...actual }: Omit<T, 'coverage'> & { readonly rowsRead: number },
      ): Promise<void> => {
        const { coverage, ...answer } = await expected;
        equal(asked, { ...actual, coverage }, { ...answer, coverage });
        // Whatever is asked of a scope rests on the same rows.
        equal(`${asked}: rows read`, rowsRead, rowsInScope);
      };
      const rowsInScope = answers.page(scope, {
        groupby: [],
        sort: [],
        offset: 0,
        limit: 1,
        readAll: true,
      }).total;
      await same('summary', serviceEngine.summary(scope), answers.summary(scope));

      for (let index = 0; index < VIEWS_A_FILTER; index += 1) {
        const view = randomView(random, filter);
        const groups = {
          by: [effectiveChart(view)],
          rankBy: view.measure,
          top: pick(random, [1, 10, 50]),
        };
        await same(
          JSON.stringify(groups),
          serviceEngine.groups(scope, groups),
          answers.groups(scope, groups),
        );

        const page = {
          groupby: view.groupby,
          sort: effectiveSort(view),
          offset: (view.page - 1) * view.pageSize,
          limit: view.pageSize,
          readAll: true,
        };
        const expected = shown(await serviceEngine.page(scope, page));
        // Of rows in its own order the service tells no sums.
        const totals = expected.totals === null ? { totals: null } : {};
        equal(JSON.stringify(page), { ...shown(answers.page(scope, page)), ...totals }, expected);

        const members = {
          field: pick(random, FIELDS),
          containing: pick(random, ['', '', 'a', 'E 3', 'MICROSOFT off', 'ltd']),
          limit: pick(random, [5, 1_000]),
        };
        await same<Members>(
          JSON.stringify(members),
          serviceEngine.members(scope, members),
          answers.members(scope, members),
        );
        compared += 1;
      }
    }
    expect(compared).toBe(VIEWS);
  },
);
