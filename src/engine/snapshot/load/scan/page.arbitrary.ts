import fc from 'fast-check';
import { COUNT_COLUMNS, TEXT_COLUMNS } from '#engine/snapshot/columns/table.ts';

/** JSON white space, mostly none. */
const blanks = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '\n  ', '\r\n\t') },
);

/** One text as JSON, in one of its spellings. */
const spelling = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    JSON.stringify(text),
    JSON.stringify(text).replaceAll('/', '\\/'),
    `"${Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`,
  );

const texts = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      'A',
      'reseller',
      'Contoso Ltd',
      'null',
      'Ærø',
      '東京 / 大阪',
      '"',
      '\\',
      'é',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('\ud800', 'a\udc00b', '\u0000', '\u2028', '\ufeff', '\u{1f600}') },
);

const text = fc.oneof(
  { weight: 20, arbitrary: texts.chain(spelling) },
  { weight: 2, arbitrary: fc.constant('null') },
);

const date = fc.constantFrom('"2018-10-02T00:00:00"', '"2018-10-02"', '"\\u0032018-10-03T00:00:00Z"');

const count = fc.oneof(
  { weight: 20, arbitrary: fc.nat(9_999_999).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('0', '4294967295', '4294967296', '999999999999999', '9007199254740991'),
  },
);

const oddCount = fc.constantFrom(
  '1e3',
  '1.0',
  '-0',
  '10E+2',
  '9007199254740993',
  '-1',
  '1.5',
  '1e400',
  '01',
  '+1',
  '.5',
  '"2"',
  'null',
);

const unknownMember = fc.tuple(
  fc.constantFrom('percent', 'a', '', 'constructor', '__proto__', 'Ä', 'licensesIdle', '\\u0041'),
  fc.oneof(
    text,
    count,
    fc.constantFrom('true', 'false', '-1.5e-3', '0.5', '{}', '[1,"a"]', '{"a":{"b":[]}}', 'tru', '1.', '00'),
  ),
);

const cased = (name: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constant(name) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        name.toUpperCase(),
        name.toLowerCase(),
        `\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
      ),
    },
  );

type Member = readonly [name: string, value: string];

const rarely = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 40): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });

/** Members joined, with the same white space in each. */
const joined = (members: readonly Member[]): fc.Arbitrary<string> =>
  fc
    .tuple(blanks, blanks, blanks, blanks)
    .map(([a, b, c, d]) => members.map(([name, value]) => `${a}"${name}"${b}:${c}${value}${d}`).join(','));

/** A row as JSON: mostly as the service writes them, at times with anything. */
const row: fc.Arbitrary<string> = fc
  .tuple(
    fc.tuple(
      ...TEXT_COLUMNS.map((name) =>
        fc.tuple(cased(name), name === 'processedDateTime' ? rarely(date, text) : rarely(text, count)),
      ),
      ...COUNT_COLUMNS.map((name) => fc.tuple(cased(name), rarely(count, oddCount))),
    ),
    rarely(fc.constant<Member[]>([]), fc.array(unknownMember, { minLength: 1, maxLength: 2 }), 8),
    // How to spoil the order: which to leave out, which to repeat, and whether to shuffle.
    rarely(fc.constant(-1), fc.nat(9), 8),
    rarely(fc.constant(-1), fc.nat(9)),
    rarely(fc.constant(false), fc.constant(true), 8),
  )
  .chain(([members, unknown, left, repeated, shuffled]) => {
    const kept: Member[] = members.filter((_, at) => at !== left);
    const again = members[repeated];
    const all = [...kept, ...(again === undefined ? [] : [again]), ...unknown];
    return (shuffled ? fc.shuffledSubarray(all, { minLength: all.length }) : fc.constant(all)).chain(joined);
  })
  .map((members) => `{${members}}`);

const anyRow = rarely(row, fc.constantFrom('{}', 'null', '[]', '"row"', '7', '{"a":1}'), 80);

const envelopeMember: fc.Arbitrary<Member> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constantFrom('@nextLink', 'nextLink', '@odata.nextLink', '@NEXTLINK'),
      fc.constantFrom('null', '"/v1/x?skip=1\\u0026top=2"', '"\\/next"', '"é"'),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom('TotalCount', 'totalcount'), rarely(count, oddCount, 10)),
  },
  { weight: 1, arbitrary: unknownMember },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('Value', 'items'), fc.constantFrom('[]', 'null', '{}', '[{}]')),
  },
);

/** A page's JSON, in the variety that the endpoint's readers have to stand, now and then no JSON at all. */
const pageText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('Value', 'Value', 'value', 'items', 'ITEMS'),
    // Rows are repeated, as a real page repeats its values.
    fc.array(anyRow, { maxLength: 5 }).chain((rows) =>
      fc.array(fc.constantFrom(...(rows.length === 0 ? [''] : rows)), {
        maxLength: rows.length === 0 ? 0 : 12,
      }),
    ),
    fc.array(envelopeMember, { maxLength: 2 }),
    fc.array(envelopeMember, { maxLength: 2 }),
    blanks,
    blanks,
  )
  .chain(([name, rows, before, after, inside, around]) =>
    joined([...before, [name, `[${inside}${rows.join(`${inside},`)}${inside}]`], ...after]).map(
      (members) => `${around}{${members}}${around}`,
    ),
  );

const encoder = new TextEncoder();

export const page: fc.Arbitrary<Uint8Array> = pageText.map((written) => encoder.encode(written));

type Mutation = { readonly at: number; readonly length: number; readonly bytes: readonly number[] };

const byte = fc.oneof(
  fc.constantFrom(
    ...Array.from('"\\,:{}[]0123456789eE+-. \n<nullut', (character) => character.charCodeAt(0)),
  ),
  fc.constantFrom(0x00, 0x01, 0x1f, 0x7f, 0x80, 0xbf, 0xc2, 0xe2, 0xed, 0xef, 0xf0, 0xff),
  fc.nat(255),
);

/** How to change some bytes: put some in the place of others. Positions are parts of 2^20 of the length. */
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat((1 << 20) - 1),
  length: fc.oneof({ weight: 10, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.constant(1 << 20) }),
  bytes: fc.array(byte, { maxLength: 4 }),
});

export const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });

/** The bytes with some of them changed. */
export function mutated(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  return changes.reduce((now, { at, length, bytes: added }) => {
    const start = Math.floor((at / (1 << 20)) * now.length);
    return Uint8Array.from([...now.subarray(0, start), ...added, ...now.subarray(start + length)]);
  }, bytes);
}
