import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Field } from '#partner-center/fields.ts';
import { changesOf } from '#engine/changes.ts';
import type { ChangesQuestion, DeploymentRow } from '#engine/engine.ts';
import { licensesOf } from '#engine/totals.ts';
import { CHANGE_FIELDS, MEASURES } from '#view/view.ts';
import { anyBy, anyLabel, anyLimit, anyScope, anySpare } from '#engine/snapshot/answers/answers.arbitrary.ts';
import { createSharedBudget } from '#engine/snapshot/answers/memory-budget.ts';
import { createPlainAnswers } from '#engine/snapshot/answers/answers.oracle.ts';
import { createTableAnswers, type TableScope } from '#engine/snapshot/answers/table-answers.ts';
import { anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import * as ordering from './change-order.ts';
import { changesOfTables } from './changes-of-tables.ts';
import * as joining from './join-groups.ts';

vi.mock(import('./join-groups.ts'), { spy: true });
vi.mock(import('./change-order.ts'), { spy: true });

// Room for a machine that does other things as well.
vi.setConfig({ testTimeout: 30_000 });

function anyQuestion(by: readonly Field[]): fc.Arbitrary<ChangesQuestion> {
  const field = fc.constantFrom(...by, ...MEASURES, ...CHANGE_FIELDS);
  return fc.record({
    by: fc.constant(by),
    label: anyLabel(by),
    spare: anySpare(),
    rankBy: fc.constantFrom(...MEASURES),
    movers: fc.nat(8),
    sort: fc.array(fc.record({ field, descending: fc.boolean() }), { maxLength: 3 }),
    offset: fc.oneof(fc.constant(0), anyLimit()),
    limit: anyLimit(),
  });
}

/** The same from objects, with plain loops. */
function expectedChanges(
  [before, after]: readonly [readonly DeploymentRow[], readonly DeploymentRow[]],
  scope: TableScope,
  question: ChangesQuestion,
) {
  const { by, label, spare } = question;
  const all = { by, label, spare, rankBy: 'licensesSold', top: Number.MAX_SAFE_INTEGER } as const;
  const [earlier, later] = [before, after].map((rows) => createPlainAnswers(rows).groups(scope, all));
  if (earlier === undefined || later === undefined) throw new Error('There are two tables.');
  return {
    ...changesOf(earlier.top, later.top, question),
    before: licensesOf(earlier.total),
    after: licensesOf(later.total),
    rowsRead: { before: earlier.rowsRead, after: later.rowsRead },
  };
}

test('two tables say what changed as two lists of objects do, whatever was asked before', () => {
  const anyQuestions = fc.array(
    fc.tuple(
      anyScope(),
      anyBy().chain((by) => anyQuestion(by)),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(anyRows(40), anyRows(40), anyQuestions, (before, after, questions) => {
      const earlier = createTableAnswers(tableOfRows(before));
      const later = createTableAnswers(tableOfRows(after));
      for (const [scope, question] of questions) {
        expect(changesOfTables(earlier, later, scope, question)).toEqual(
          expectedChanges([before, after], scope, question),
        );
        // And the other way round, and once more: what was put together for one is not taken for the other.
        expect(changesOfTables(later, earlier, scope, question)).toEqual(
          expectedChanges([after, before], scope, question),
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('more members than are looked at one by one come in the same order', () => {
  const rows = (count: number, first: number): readonly DeploymentRow[] =>
    Array.from({ length: count }, (_, at) => ({
      customerTenantId: `t${(at + first) % 7_000}`,
      customerName: `Customer ${(at + first) % 900}`,
      licensesSold: (at * 7919) % 13,
      licensesDeployed: (at * 104_729) % 11,
    }));
  const [before, after] = [rows(6_000, 0), rows(6_000, 900)];
  const [earlier, later] = [createTableAnswers(tableOfRows(before)), createTableAnswers(tableOfRows(after))];
  const scope = { filter: null, search: '' };
  const by = ['customerTenantId', 'customerName'] as const;
  const asked = { by, rankBy: 'utilization', movers: 5, limit: 20 } as const;
  for (const [field, offset] of [
    ['change', 0],
    ['change', 6_880],
    ['changePercent', 0],
    ['changePercent', 5_000],
    ['customerName', 0],
    ['before', 3_000],
  ] as const) {
    const question = { ...asked, sort: [{ field, descending: true }], offset } as const;
    const expected = expectedChanges([before, after], scope, question);
    expect(changesOfTables(earlier, later, scope, question)).toEqual(expected);
  }
});

test('the parts of a list are the list, which is joined and put in order once', () => {
  const rows = (count: number, first: number): readonly DeploymentRow[] =>
    Array.from({ length: count }, (_, at) => ({
      customerTenantId: `t${at + first}`,
      licensesSold: (at * 7919) % 13,
      licensesDeployed: 0,
    }));
  const [before, after] = [rows(6_000, 0), rows(6_000, 500)];
  const [earlier, later] = [createTableAnswers(tableOfRows(before)), createTableAnswers(tableOfRows(after))];
  const scope = { filter: null, search: '' };
  const question = { by: ['customerTenantId'], rankBy: 'licensesSold', movers: 0 } as const;
  const join = vi.mocked(joining.joinGroupsOfTables).mockClear();
  const order = vi.mocked(ordering.orderedChanges);
  for (const sort of [
    [{ field: 'change', descending: true }],
    [],
    [{ field: 'before', descending: false }],
  ] as const) {
    order.mockClear();
    const parts = Array.from({ length: 14 }, (_, at) =>
      changesOfTables(earlier, later, scope, { ...question, sort, offset: at * 500, limit: 500 }),
    );
    const expected = expectedChanges([before, after], scope, { ...question, sort, offset: 0, limit: 7_000 });
    expect(parts.flatMap((part) => part.rows)).toEqual(expected.rows);
    // Once for the first part, and once for all the others.
    expect(order).toHaveBeenCalledTimes(2);
  }
  expect(join).toHaveBeenCalledTimes(1);
});

test('what one comparison makes of either table stays together until the next question', () => {
  const shared = createSharedBudget(() => 0);
  const budgets = [shared.ofTable(), shared.ofTable()] as const;
  const [earlier, later] = budgets.map((budget) =>
    createTableAnswers(
      tableOfRows([{ customerTenantId: 't', licensesSold: 1, licensesDeployed: 1 }]),
      budget,
    ),
  ) as [ReturnType<typeof createTableAnswers>, ReturnType<typeof createTableAnswers>];
  changesOfTables(
    earlier,
    later,
    { filter: null, search: '' },
    { by: ['customerTenantId'], rankBy: 'licensesSold', movers: 1, sort: [], offset: 0, limit: 1 },
  );
  const [ofEarlier, ofLater] = budgets.map((budget) => budget.bytesHeld());
  expect(ofEarlier).toBeGreaterThan(0);
  expect(ofEarlier).toBe(ofLater);
  later.summary({ filter: null, search: 'other rows' });
  expect(budgets[0].bytesHeld()).toBe(0);
});
