import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import type { DeploymentRow, GroupsQuestion } from '#engine/engine.ts';
import { standingOf } from '#engine/standing.ts';
import { MEASURES, ROW_SORT_FIELDS } from '#view/view.ts';
import { anyKnownText, anyRows } from '#engine/snapshot/columns/rows.arbitrary.ts';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { createTableAnswers, type TableScope } from './table-answers.ts';
import {
  anyBy,
  anyLabel,
  anyLimit,
  anyScope,
  anySearch,
  anyPrices,
  anySpare,
  anyThresholds,
} from './answers.arbitrary.ts';
import { createPlainAnswers } from './answers.oracle.ts';

// Room for a machine that does other things as well.
vi.setConfig({ testTimeout: 30_000 });

function anyQuestion() {
  const page = fc.oneof(fc.constant<readonly Field[]>([]), anyBy()).chain((groupby) =>
    fc.record({
      kind: fc.constant('page' as const),
      scope: anyScope(),
      question: fc.record({
        groupby: fc.constant(groupby),
        sort: fc.array(
          fc.record({
            field: fc.constantFrom(
              ...(groupby.length > 0 ? [...groupby, ...MEASURES, 'idleValue' as const] : ROW_SORT_FIELDS),
            ),
            descending: fc.boolean(),
          }),
          { maxLength: 3 },
        ),
        offset: anyLimit(),
        limit: anyLimit(),
        readAll: fc.boolean(),
        spare: groupby.length === 0 ? fc.constant(null) : anySpare(),
        prices: anyPrices(),
        thresholds:
          groupby.length === 0 ? fc.constant(undefined) : fc.option(anyThresholds(), { nil: undefined }),
      }),
    }),
  );
  const totals = fc.record({
    kind: fc.constant('totals' as const),
    scope: anyScope(),
    question: fc.record({ spare: anySpare(), prices: anyPrices() }),
  });
  const groups = fc.record({
    kind: fc.constant('groups' as const),
    scope: anyScope(),
    question: anyBy().chain((fields) =>
      fc.record({
        by: fc.constant(fields),
        label: anyLabel(fields),
        rankBy: fc.constantFrom(...MEASURES),
        top: anyLimit(),
        spare: anySpare(),
      }),
    ),
  });
  const members = fc.record({
    kind: fc.constant('members' as const),
    scope: anyScope(),
    question: fc.constantFrom(...FIELDS).chain((field) =>
      fc.record({
        field: fc.constant(field),
        label: anyLabel([field]),
        containing: fc.oneof(anySearch(), anyKnownText()),
        limit: anyLimit(),
      }),
    ),
  });
  const summary = fc.record({ kind: fc.constant('summary' as const), scope: anyScope() });
  return fc.oneof(page, groups, members, summary, totals);
}

type Question = ReturnType<typeof anyQuestion> extends fc.Arbitrary<infer Q> ? Q : never;

function ask(answers: ReturnType<typeof createPlainAnswers>, asked: Question): unknown {
  switch (asked.kind) {
    case 'page':
      return answers.page(asked.scope, asked.question);
    case 'groups':
      return answers.groups(asked.scope, asked.question);
    case 'members':
      return answers.members(asked.scope, asked.question);
    case 'summary':
      return answers.summary(asked.scope);
    case 'totals':
      return answers.totals(asked.scope, asked.question);
  }
}

/** The question, and others so near that an answer kept for one could be taken for another's. */
function withRelatives(asked: Question): readonly Question[] {
  switch (asked.kind) {
    case 'page': {
      const { question } = asked;
      const { groupby, sort } = question;
      const near = (change: Partial<typeof question>): Question => ({
        ...asked,
        question: { ...question, ...change },
      });
      return [
        asked,
        near({ sort: sort.map(({ field, descending }) => ({ field, descending: !descending })) }),
        near({ sort: sort.toReversed() }),
        near({ sort: sort.map(({ descending }) => ({ field: 'licensesDeployed', descending })) }),
        near({ groupby: groupby.toReversed() }),
        near({ offset: question.offset + 1 }),
        ...(groupby.length === 0
          ? []
          : [
              near({ spare: 1 }),
              near({ spare: null }),
              near({ thresholds: { minIdle: 2 } }),
              near({ spare: 1, prices: { id: 'one', of: [['o365', 1]] } }),
              near({ spare: 1, prices: { id: 'two', of: [['O365', 2]] } }),
            ]),
        { ...asked, scope: { ...asked.scope, filter: null } },
      ];
    }
    case 'groups': {
      const { question } = asked;
      return [
        asked,
        { ...asked, question: { ...question, by: question.by.toReversed() } },
        { ...asked, question: { ...question, spare: 2, rankBy: 'idle' } },
      ];
    }
    case 'members':
    case 'summary':
    case 'totals':
      return [asked, { ...asked, scope: { ...asked.scope, search: '' } }];
  }
}

test('answers as plain loops over plain rows do, whatever was asked before', () => {
  fc.assert(
    fc.property(anyRows(), fc.array(anyQuestion(), { minLength: 1, maxLength: 6 }), (rows, questions) => {
      const answers = createTableAnswers(tableOfRows(rows));
      const plain = createPlainAnswers(rows);
      const asked = questions.flatMap(withRelatives);
      const expected = asked.map((question) => ask(plain, question));
      // Each twice: what is kept answers the second time.
      for (let time = 0; time < 2; time += 1) {
        expect(asked.map((question) => ask(answers, question))).toEqual(expected);
      }
    }),
    { numRuns: 200 },
  );
});

test('what was forgotten is read from the table again', () => {
  fc.assert(
    fc.property(anyRows(), fc.array(anyQuestion(), { minLength: 1, maxLength: 6 }), (rows, questions) => {
      const table = tableOfRows(rows);
      const answers = createTableAnswers(table);
      while (answers.prepare());
      const prepared = answers.bytesHeld();
      for (const question of questions) ask(answers, question);
      answers.forget();
      expect(answers.bytesHeld()).toBe(prepared);

      // No table ever changes; this one does, so that an answer of before would give itself away.
      table.counts.licensesSold.reverse();
      table.counts.licensesDeployed.fill(1);
      const changed = rows.map((row, at) => ({
        ...row,
        licensesSold: rows.at(-1 - at)?.licensesSold ?? 0,
        licensesDeployed: 1,
      }));
      const plain = createPlainAnswers(changed);
      for (const question of questions) expect(ask(answers, question)).toEqual(ask(plain, question));
    }),
    { numRuns: 100 },
  );
});

const ALL: TableScope = { filter: null, search: '' };

function row(
  texts: Partial<Record<Field, string | null>>,
  licensesSold: number,
  licensesDeployed = 0,
): DeploymentRow {
  const none = Object.fromEntries(FIELDS.map((field) => [field, null]));
  return { processedDateTime: '2024-05-01T00:00:00', ...none, ...texts, licensesSold, licensesDeployed };
}

const answersOf = (...rows: readonly DeploymentRow[]) => createTableAnswers(tableOfRows(rows));

test('groups that rank equal come by what they sold, then by key, no value last', () => {
  const answers = answersOf(
    row({ channel: null }, 1, 1),
    row({ channel: 'b' }, 1, 1),
    row({ channel: 'C' }, 1, 1),
    row({ channel: 'a' }, 2, 2),
    row({ channel: 'nothing sold' }, 0, 9),
  );
  const { top, other } = answers.groups(ALL, { by: ['channel'], rankBy: 'utilization', top: 4 });
  expect(top.map(({ key }) => key[0])).toEqual(['a', 'C', 'b', null]);
  expect(other).toEqual({ licensesSold: 0, licensesDeployed: 9, groups: 1 });
});

test('groups by any number of fields are one where they differ in letter case alone', () => {
  const answers = answersOf(
    row({ serviceCode: 'o365', channel: 'Reseller', productName: 'E3' }, 4, 1),
    row({ serviceCode: 'O365', channel: 'reseller', productName: 'E3' }, 3, 1),
    row({ serviceCode: 'O365', channel: 'RESELLER', productName: 'e3' }, 4, 1),
    row({ serviceCode: 'O365', channel: '', productName: 'E3' }, 1),
    row({ serviceCode: 'O365', channel: null, productName: 'e3' }, 2),
  );
  const one = answers.groups(ALL, { by: ['serviceCode'], rankBy: 'licensesSold', top: 1 });
  expect(one).toMatchObject({
    top: [{ key: ['O365'], licensesSold: 14, licensesDeployed: 3 }],
    other: null,
    total: { groups: 1 },
  });
  const by = ['productName', 'serviceCode', 'channel'] as const;
  const sort = [{ field: 'licensesSold', descending: true }] as const;
  const page = answers.page(ALL, { groupby: by, sort, offset: 0, limit: 9, readAll: true });
  expect(page.total).toBe(3);
  expect(page.rows).toEqual([
    { productName: 'E3', serviceCode: 'o365', channel: 'Reseller', licensesSold: 11, licensesDeployed: 3 },
    { productName: 'e3', serviceCode: 'O365', channel: null, licensesSold: 2, licensesDeployed: 0 },
    { productName: 'E3', serviceCode: 'O365', channel: '', licensesSold: 1, licensesDeployed: 0 },
  ]);
});

test('groups that have a label are named by the one that sold most, and no name only where there is no other', () => {
  const answers = answersOf(
    row({ customerTenantId: 'A', customerName: 'Contoso' }, 2),
    row({ customerTenantId: 'a', customerName: 'Contoso Ltd' }, 3, 1),
    row({ customerTenantId: 'A', customerName: null }, 9),
    row({ customerTenantId: 'b', customerName: 'CONTOSO' }, 1),
    row({ customerTenantId: 'b', customerName: 'Contoso' }, 2),
    row({ customerTenantId: 'c', customerName: null }, 1, 1),
    row({ customerTenantId: 'd', customerName: 'Adatum' }, 1),
    row({ customerTenantId: 'D', customerName: null }, 6),
    row({ customerTenantId: null, customerName: 'Fabrikam' }, 5),
    row({ customerTenantId: null, customerName: 'Contoso' }, 1),
  );
  const byTenant = { by: ['customerTenantId'], label: 'customerName', rankBy: 'licensesSold' } as const;
  expect(answers.groups(ALL, { ...byTenant, top: 4 })).toEqual({
    top: [
      { key: ['a'], label: 'Contoso Ltd', licensesSold: 14, licensesDeployed: 1 },
      { key: ['d'], label: 'Adatum', licensesSold: 7, licensesDeployed: 0 },
      { key: [null], label: 'Fabrikam', licensesSold: 6, licensesDeployed: 0 },
      { key: ['b'], label: 'Contoso', licensesSold: 3, licensesDeployed: 0 },
    ],
    other: { groups: 1, licensesSold: 1, licensesDeployed: 1 },
    total: { groups: 5, licensesSold: 31, licensesDeployed: 2 },
    severalLabels: 1,
    rowsRead: 10,
  });
  const byName = { by: ['customerName'], label: 'customerTenantId', rankBy: 'licensesSold' } as const;
  // No value is not a tenant, and no name is none that stands for several.
  expect(answers.groups(ALL, { ...byName, top: 0 }).severalLabels).toBe(1);
});

test('members that have a label are found by their value and by each of their labels', () => {
  const answers = answersOf(
    row({ customerTenantId: '4f9d', customerName: 'Contoso' }, 9),
    row({ customerTenantId: '4f9d', customerName: 'Contoso Ltd' }, 1, 1),
    row({ customerTenantId: '7bb1', customerName: 'Contoso' }, 2),
    row({ customerTenantId: 'c0de', customerName: null }, 1),
    row({ customerTenantId: null, customerName: 'Contoso' }, 1),
  );
  const found = (containing: string, limit = 9) =>
    answers.members(ALL, { field: 'customerTenantId', label: 'customerName', containing, limit });
  expect(found('')).toEqual({
    members: [
      { value: '4f9d', label: 'Contoso', licensesSold: 10, licensesDeployed: 1 },
      { value: '7bb1', label: 'Contoso', licensesSold: 2, licensesDeployed: 0 },
      { value: 'c0de', label: null, licensesSold: 1, licensesDeployed: 0 },
    ],
    total: 3,
    rowsRead: 5,
  });
  const valuesOf = (containing: string) => found(containing).members.map(({ value }) => value);
  expect(valuesOf('CONTO')).toEqual(['4f9d', '7bb1']);
  expect(valuesOf('ltd 4f')).toEqual(['4f9d']);
  expect(valuesOf('ltd 7b')).toEqual([]);
  expect(valuesOf('c')).toEqual(['4f9d', '7bb1', 'c0de']);
  expect(found('7BB1', 1).total).toBe(1);
  // Exact: the value, or a label.
  expect(found('contoso ltd', 1).members).toMatchObject([{ value: '4f9d' }]);
});

test('of two spellings of a tenant each may have a name of its own, and both are one customer of a pair', () => {
  const answers = answersOf(
    row({ customerTenantId: 'a', customerName: 'Contoso', productId: 'p' }, 5, 1),
    row({ customerTenantId: 'A', customerName: 'Fabrikam', productId: 'p' }, 1, 3),
  );
  const by = ['customerTenantId', 'customerName'] as const;
  const { top, total } = answers.groups(ALL, { by, rankBy: 'idle', top: 9, spare: 0 });
  expect(top).toEqual([
    { key: ['a', 'Contoso'], licensesSold: 5, licensesDeployed: 1, idle: 4, short: 0 },
    { key: ['A', 'Fabrikam'], licensesSold: 1, licensesDeployed: 3, idle: 0, short: 2 },
  ]);
  expect(total).toEqual({ licensesSold: 6, licensesDeployed: 4, idle: 2, short: 0, groups: 2 });
});

test('a group whose rows have no licenses is a group', () => {
  const answers = answersOf(row({ channel: 'a' }, 0, 0), row({ channel: 'b' }, 1, 0));
  for (const by of [['channel'], ['channel', 'productName']] satisfies (readonly Field[])[]) {
    expect(answers.groups(ALL, { by, rankBy: 'licensesSold', top: 9 }).total.groups).toBe(2);
  }
});

test('sums beyond 32 bits are exact', () => {
  const many = 2 ** 32 - 1;
  const answers = answersOf(
    ...Array.from({ length: 1000 }, () => row({ customerTenantId: 'a', productName: 'p' }, many, many)),
    row({ customerTenantId: 'a', productName: 'p' }, 2 ** 52, 3),
  );
  const totals = { licensesSold: 1000 * many + 2 ** 52, licensesDeployed: 1000 * many + 3 };
  expect(answers.summary(ALL).totals).toEqual(totals);
  const by = ['productName', 'customerTenantId'] as const;
  expect(answers.groups(ALL, { by, rankBy: 'licensesSold', top: 1 }).top).toEqual([
    { key: ['p', 'a'], ...totals },
  ]);
});

test('sums beyond 32 bits of counts that are within are exact', () => {
  const half = 2 ** 31;
  const answers = answersOf(
    ...Array.from({ length: 16 }, () => row({ customerTenantId: 'a' }, half, 1)),
    ...Array.from({ length: 16 }, () => row({ customerTenantId: 'b' }, 1, half)),
  );
  expect(answers.groups(ALL, { by: ['customerTenantId'], rankBy: 'licensesSold', top: 2 }).top).toEqual([
    { key: ['a'], licensesSold: 16 * half, licensesDeployed: 16 },
    { key: ['b'], licensesSold: 16, licensesDeployed: 16 * half },
  ]);
});

test('members equal but for letter case are one, written as the spelling that sold most', () => {
  const answers = answersOf(
    row({ channel: 'Direct' }, 2),
    row({ channel: 'direct' }, 3, 1),
    row({ channel: 'reseller' }, 4),
    row({ channel: 'RESELLER' }, 4),
    row({ channel: null }, 100),
  );
  expect(answers.members(ALL, { field: 'channel', containing: '', limit: 9 })).toEqual({
    members: [
      { value: 'RESELLER', licensesSold: 8, licensesDeployed: 0 },
      { value: 'direct', licensesSold: 5, licensesDeployed: 1 },
    ],
    total: 2,
    rowsRead: 5,
  });
});

test('a member that is exactly what was asked for comes before those that sell more', () => {
  const answers = answersOf(
    row({ customerName: 'Café Nord' }, 9),
    row({ customerName: ' café ' }, 1),
    row({ customerName: 'Cafe Süd' }, 5),
    row({ customerName: 'Tea' }, 50),
  );
  const { members, total } = answers.members(ALL, { field: 'customerName', containing: 'CAFE', limit: 2 });
  expect(members.map(({ value }) => value)).toEqual([' café ', 'Café Nord']);
  const typed = answers.members(ALL, { field: 'customerName', containing: ' cafe ', limit: 1 });
  expect(typed.members.map(({ value }) => value)).toEqual([' café ']);
  expect(total).toBe(3);
});

test('where a customer stands is told among all that a scope has, whatever its letter case', () => {
  fc.assert(
    fc.property(anyRows(), anyScope(), anyKnownText(), (rows, scope, customerTenantId) => {
      const answers = createTableAnswers(tableOfRows(rows));
      const all: GroupsQuestion = { by: ['customerTenantId'], rankBy: 'licensesSold', top: rows.length };
      const { top, rowsRead } = { ...createPlainAnswers(rows).groups(scope, all) };
      const customers = top.filter(({ key }) => key[0] !== null);
      const own = customers.findIndex(({ key }) => foldCase(key[0] ?? '') === foldCase(customerTenantId));
      const expected = standingOf(
        customers.map(({ licensesSold }) => licensesSold),
        customers.map(({ licensesDeployed }) => licensesDeployed),
        own,
      );
      expect(answers.standing(scope, { customerTenantId, readAll: true })).toEqual({ ...expected, rowsRead });
    }),
  );
});

test('idle licenses of a product that costs nothing have a price, those of others have none', () => {
  const answers = answersOf(
    row({ customerTenantId: 'a', productId: 'free' }, 3),
    row({ customerTenantId: 'a', productId: 'paid' }, 2),
    row({ customerTenantId: 'b', productId: 'unknown' }, 4),
  );
  const prices = {
    id: 'one',
    of: [
      ['free', 0],
      ['paid', 5],
    ],
  } as const;
  const rowsBy = (groupby: readonly Field[]) =>
    answers.page(ALL, { groupby, sort: [], offset: 0, limit: 9, readAll: true, spare: 0, prices }).rows;
  expect(rowsBy(['customerTenantId'])).toMatchObject([
    { customerTenantId: 'a', idle: 5, idleValue: 10, idlePriced: 5 },
    { customerTenantId: 'b', idle: 4, idleValue: 0, idlePriced: 0 },
  ]);
  expect(rowsBy(['customerTenantId', 'productId'])).toMatchObject([
    { productId: 'free', idle: 3, idleValue: 0, idlePriced: 3 },
    { productId: 'paid', idle: 2, idleValue: 10, idlePriced: 2 },
    { productId: 'unknown', idle: 4, idleValue: 0, idlePriced: 0 },
  ]);
});

test('what answers hold is what their indexes and their results take', () => {
  const answers = answersOf(row({ channel: 'a' }, 1), row({ channel: 'b' }, 2));
  while (answers.prepare());
  const indexes = answers.bytesOfIndexes();
  expect(answers.bytesHeld()).toBe(indexes);
  answers.groups(ALL, { by: ['channel'], rankBy: 'licensesSold', top: 9 });
  expect(answers.bytesOfIndexes()).toBe(indexes);
  expect(answers.bytesHeld()).toBeGreaterThan(indexes);
});

test('more words are searched than one number has bits', () => {
  const words = Array.from({ length: 70 }, (_, index) => `w${index}.`);
  const answers = answersOf(
    row({ customerName: words.slice(0, 40).join(' '), productName: words.slice(40).join(' ') }, 1),
    row({ customerName: words.slice(0, 40).join(' '), productName: words.slice(40, 69).join(' ') }, 1),
    row({ customerName: words.join(' ') }, 1),
  );
  expect(answers.summary({ filter: null, search: words.join(' ') }).rowsRead).toBe(2);
});
