import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, type Field } from '#partner-center/fields.ts';
import { anyFilter } from '#partner-center/filter/filter.arbitrary.ts';
import { MEASURES, sortFieldsOf } from '#view/view.ts';
import { createTableAnswers, type TableScope } from './answers.ts';
import { createPlainAnswers } from './plain-answers.ts';
import { anyKnownText, anyRows } from './table.arbitrary.ts';
import { tableOfRows } from './table-of-rows.ts';

const anyValue = () =>
  fc.oneof({ weight: 8, arbitrary: anyKnownText() }, fc.constantFrom('none', 'OFFICE e3'));
const anySearch = () =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.constantFrom('ltd', 'AERO', 'o', 'ffice', '3', 'ος', "'", 'zzz', ' '), { maxLength: 3 })
        .map((words) => words.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
  );
const anyScope = (): fc.Arbitrary<TableScope> =>
  fc.record({ filter: fc.option(anyFilter(anyValue()), { freq: 2 }), search: anySearch() });
const anyLimit = () => fc.oneof(fc.nat(3), fc.nat(80));

function anyQuestion() {
  const by = fc
    .subarray([...FIELDS], { minLength: 1, maxLength: 4 })
    .chain((fields) => fc.shuffledSubarray(fields, { minLength: fields.length }));
  const page = fc.oneof(fc.constant<readonly Field[]>([]), by).chain((groupby) =>
    fc.record({
      kind: fc.constant('page' as const),
      scope: anyScope(),
      question: fc.record({
        groupby: fc.constant(groupby),
        sort: fc.array(
          fc.record({ field: fc.constantFrom(...sortFieldsOf(groupby)), descending: fc.boolean() }),
          { maxLength: 3 },
        ),
        offset: anyLimit(),
        limit: anyLimit(),
        readAll: fc.boolean(),
      }),
    }),
  );
  const groups = fc.record({
    kind: fc.constant('groups' as const),
    scope: anyScope(),
    question: fc.record({ by, rankBy: fc.constantFrom(...MEASURES), top: anyLimit() }),
  });
  const members = fc.record({
    kind: fc.constant('members' as const),
    scope: anyScope(),
    question: fc.record({
      field: fc.constantFrom(...FIELDS),
      containing: fc.oneof(anySearch(), anyKnownText()),
      limit: anyLimit(),
    }),
  });
  const summary = fc.record({ kind: fc.constant('summary' as const), scope: anyScope() });
  return fc.oneof(page, groups, members, summary);
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
  }
}

test('answers as plain loops over plain rows do, whatever was asked before', () => {
  fc.assert(
    fc.property(anyRows(), fc.array(anyQuestion(), { minLength: 1, maxLength: 6 }), (rows, questions) => {
      const answers = createTableAnswers(tableOfRows(rows));
      const plain = createPlainAnswers(rows);
      for (const question of questions) expect(ask(answers, question)).toEqual(ask(plain, question));
    }),
    { numRuns: 100 },
  );
});
