import { expect, test } from 'vitest';
import { between, createRandom, mix, pick, type Random } from '#emulator/random.ts';
import { createServiceEngine } from '#engine/service/engine.ts';
import { findSnapshot } from '#partner-center/reading/snapshot.ts';
import { createPartnerCenterClient, LICENSE_DEPLOYMENT_PATH } from '#partner-center/client.ts';
import { PartnerCenterError } from '#partner-center/error.ts';
import { FIELDS } from '#partner-center/fields.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { splitFilter } from '#partner-center/filter/split.ts';
import { ADDRESS_KEYS, parseView } from '#view/address.ts';
import { answeredSort } from '#view/answered.ts';
import type { View } from '#view/view.ts';

const ADDRESSES = 10_000;
const ORIGIN = 'https://gateway.example';
const LONGEST_ADDRESS = 7_000;
const KIB_64 = 65_536;
/** Addresses of these kinds are long: fewer of them. */
const LONG_LIKELIHOOD = 0.003;

const NAMES = [...FIELDS, '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'colour', ''];
const VALUES = [
  'reseller',
  "O''Neil",
  '',
  '<script>alert(1)</script>',
  '__proto__',
  '\u202E\u2066bidi\u2069',
  '\u0000nul\u0000',
  '\uD800',
  '\uDC00\uD800',
  '&top=10000&skip=5#x',
  '%27%20or%20channel',
  "' or 'a' eq 'a",
  '\r\nX-Header: 1',
  '＇ or ',
  '🚀',
];

const clause = (random: Random): string =>
  `${pick(random, NAMES)} ${pick(random, ['eq', 'ne', 'EQ', 'gt', 'like', ''])} '${pick(random, VALUES)}'`;
const goodClause = (random: Random): string =>
  `${pick(random, FIELDS)} ${pick(random, ['eq', 'ne'])} '${pick(random, VALUES).replaceAll("'", "''")}'`;
const filterIs = (filter: string): string => `filter=${encodeURIComponent(filter.toWellFormed())}`;
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const units = (random: Random, length: number): string =>
  String.fromCharCode(...times(length, () => between(random, 0, 0xffff)));

/** Each kind of hostile address, as what follows the `?`. */
const KINDS: Readonly<Record<string, { readonly isLong?: true; readonly make: (random: Random) => string }>> =
  {
    'broken percent signs': {
      make: (random) =>
        times(between(random, 1, 6), () =>
          [
            pick(random, ADDRESS_KEYS),
            '=',
            pick(random, ['channel eq ', '', "'a'"]),
            pick(random, [
              '%',
              '%z',
              '%2',
              '%C3',
              '%C3%28',
              '%ED%A0%80',
              '%00',
              '%u0041',
              '%FF%FE',
              '%25%32%37',
            ]),
          ].join(''),
        ).join('&'),
    },
    'repeated parameters': {
      make: (random) =>
        times(between(random, 2, 9), () =>
          pick(random, [
            filterIs(goodClause(random)),
            filterIs(clause(random)),
            `groupby=${pick(random, NAMES)}`,
            `page=${between(random, -2, 9)}`,
            'processedDateTime=2026-03-14',
            'processedDateTime=2026-03-32',
          ]),
        ).join('&'),
    },
    'lone surrogates': {
      make: (random) => `filter=channel eq '${pick(random, VALUES)}\uD83D' &search=\uDE80`,
    },
    'any UTF-16 units': {
      make: (random) => `${pick(random, ADDRESS_KEYS)}=${units(random, between(random, 0, 60))}`,
    },
    'units in quotes': {
      make: (random) =>
        `${filterIs(`channel ne '${units(random, between(random, 0, 30)).replaceAll("'", "''")}'`)}&pageSize=7`,
    },
    'nul, controls and bidi marks': {
      make: (random) =>
        `${filterIs(`${pick(random, ['\u0000', '\u202E', '\u200F', '\uFEFF', '\u0085'])}${goodClause(random)}`)}&view=%E2%80%AE`,
    },
    'prototype names': {
      make: (random) =>
        ['groupby', 'sort', 'chart', 'measure', 'view', 'filter', '__proto__[filter]', 'constructor.filter']
          .map((key) => `${key}=${pick(random, ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])}`)
          .join('&'),
    },
    'broken clauses': {
      make: (random) =>
        filterIs(
          times(
            between(random, 1, 8),
            () => `${pick(random, ['', '(', '((', ')', 'not '])}${clause(random)}`,
          ).join(pick(random, [' and ', ' or ', ' AND ', ' ', ';', ' || '])),
        ),
    },
    'readable clauses': {
      make: (random) =>
        `${filterIs(
          times(between(random, 1, 8), () => `(${goodClause(random)})`).join(
            pick(random, [' and ', ' or ', ' AND ']),
          ),
        )}&groupby=${pick(random, FIELDS)}`,
    },
    'smuggled parameters': {
      make: (random) =>
        `${filterIs(`channel eq '${pick(random, ['&groupby=channel', '#', '%26skip%3D1', '\r\nHost: evil'])}'`)}&top=1&skip=9&baseUrl=//evil.example&apiBaseUrl=https://evil.example`,
    },
    '64 kB': {
      isLong: true,
      make: (random) => {
        const piece = pick(random, [
          '(',
          "'",
          '%',
          '%27',
          ',',
          'channel,',
          'é',
          ' ',
          '&page=1',
          '\u202E',
          '%00',
        ]);
        return `${pick(random, ADDRESS_KEYS)}=${piece.repeat(Math.ceil(KIB_64 / piece.length))}`;
      },
    },
    '5,000 deep brackets': {
      isLong: true,
      make: (random) => {
        const closed = pick(random, [5_000, 5_000, 4_999, 0]);
        const step = pick(random, ['(', "(channel eq 'a' or channel eq 'b' and ("]);
        const end = step === '(' ? ')' : '))';
        return filterIs(`${step.repeat(5_000)}${goodClause(random)}${end.repeat(closed)}`);
      },
    },
    '10,000 clauses': {
      isLong: true,
      make: (random) => {
        const between_ = pick(random, [' and ', ' or ']);
        const operator = pick(random, ['eq', 'ne']);
        const field = pick(random, FIELDS);
        return filterIs(
          Array.from({ length: 10_000 }, (_, index) => `${field} ${operator} 'Customer ${index}'`).join(
            between_,
          ),
        );
      },
    },
  };
const SHORT_KINDS = Object.keys(KINDS).filter((kind) => KINDS[kind]?.isLong === undefined);
const LONG_KINDS = Object.keys(KINDS).filter((kind) => KINDS[kind]?.isLong === true);

/** A client whose service keeps what it is asked, and has one row and no more. */
function createRecorder() {
  const sent: string[] = [];
  const fields = Object.fromEntries(FIELDS.map((field) => [field, null]));
  const row = { processedDateTime: '2026-03-14T00:00:00', ...fields, licensesDeployed: 1, licensesSold: 2 };
  const client = createPartnerCenterClient({
    tokens: { getToken: () => Promise.resolve('token') },
    baseUrl: ORIGIN,
    fetch: (input) => {
      sent.push(input instanceof Request ? input.url : String(input));
      return Promise.resolve(
        new Response(JSON.stringify({ Value: [row], '@nextLink': null, TotalCount: 1 })),
      );
    },
  });
  return { sent, client };
}

/** Asks for what a page of this view shows first. */
async function showRows(view: View, client: ReturnType<typeof createRecorder>['client']): Promise<void> {
  const snapshot = await findSnapshot(client, view.processedDateTime);
  if (snapshot === null) throw new Error('No snapshot was found.');
  await createServiceEngine(client).page({ filter: view.filter, search: '' }, snapshot, {
    groupby: view.groupby,
    sort: answeredSort(view),
    offset: (view.page - 1) * view.pageSize,
    limit: view.pageSize,
    readAll: false,
  });
}

/** The service's own parameters in their encoded form: no part of a value has got out of its parameter. */
const PARAMETER = /^(filter|groupby|processedDateTime|top|skip)=([\w\-.!~*'()%]*)$/;

/** What a request of a view must not say; null: nothing. Without `expect`, which is slow a hundred thousand times. */
function unreadIn(address: string, view: View, filters: string[]): string | null {
  if (!address.startsWith(`${ORIGIN}${LICENSE_DEPLOYMENT_PATH}?`)) return 'another address';
  if (address.length > LONGEST_ADDRESS) return 'too long';
  // As it stands, without a parser that would forgive.
  const parameters = address.slice(address.indexOf('?') + 1).split('&');
  const names = new Set<string>();
  for (const parameter of parameters) {
    const [, name = '', encoded = ''] = PARAMETER.exec(parameter) ?? [];
    const value = decodeURIComponent(encoded);
    if (name === '' || names.has(name)) return parameter;
    names.add(name);
    if (name === 'filter') filters.push(value);
    else if (name === 'groupby' && value !== view.groupby.join(',')) return parameter;
    else if (name === 'processedDateTime' && !/^\d{4}-\d{2}-\d{2}(T00:00:00)?$/.test(value)) return parameter;
    else if ((name === 'top' || name === 'skip') && !/^\d+$/.test(value)) return parameter;
  }
  return null;
}

/** The requests of a view hold the service's own parameters only, and of the filter what was read of it. */
function checkSent(view: View, sent: readonly string[]): void {
  const filters: string[] = [];
  const unread = sent.flatMap((address) => unreadIn(address, view, filters) ?? []);
  expect(unread).toEqual([]);
  if (view.filter === null) expect(filters).toEqual([]);
  else if (filters.length === 1) expect(filters).toEqual([printFilter(view.filter)]);
  else {
    // In parts, each again exactly what a tree prints.
    for (const filter of filters) {
      const parsed = parseFilter(filter);
      expect(parsed.ok && printFilter(parsed.filter)).toBe(filter);
    }
  }
}

test('no address makes the app throw, hang, or send what it has not read', { timeout: 300_000 }, async () => {
  const tried = new Map<string, { addresses: number; filters: number; refused: number }>();
  for (let seed = 1; seed <= ADDRESSES; seed += 1) {
    const random = createRandom(mix(seed));
    const kind = pick(random, random() < LONG_LIKELIHOOD ? LONG_KINDS : SHORT_KINDS);
    const address = KINDS[kind]?.make(random) ?? '';
    const counts = tried.get(kind) ?? { addresses: 0, filters: 0, refused: 0 };
    tried.set(kind, counts);
    counts.addresses += 1;

    const { view } = parseView(`?${address}`);
    const { sent, client } = createRecorder();
    try {
      await showRows(view, client);
    } catch (error) {
      // The one thing that may be refused, and before anything of the view was sent.
      expect(
        error instanceof PartnerCenterError && error.kind,
        `${kind}, address ${seed}: ${String(error)}`,
      ).toMatch(/^(?:filterTooLong|tooManyParts)$/u);
      expect(sent).toHaveLength(1);
      const question = {
        groupby: view.groupby,
        processedDateTime: '2026-03-14T00:00:00',
        top: 10_000,
        skip: 0,
      };
      const fits = (filter: View['filter']): boolean => client.fits({ ...question, filter });
      const why =
        error instanceof PartnerCenterError && error.kind === 'tooManyParts' ? 'tooMany' : 'indivisible';
      expect(view.filter !== null && splitFilter(view.filter, fits)).toBe(why);
      counts.refused += 1;
    }
    if (view.filter !== null) counts.filters += 1;
    checkSent(view, sent);
  }
  const lines = [...tried].map(([kind, { addresses, filters, refused }]) =>
    [kind.padEnd(30), ...[addresses, filters, refused].map((count) => String(count).padStart(9))].join(''),
  );
  const head = `\n${'Hostile addresses'.padEnd(30)}    tried   filter  too long`;
  process.stdout.write(`${[head, ...lines].join('\n')}\n`);
  expect(tried.size).toBe(Object.keys(KINDS).length);
});
