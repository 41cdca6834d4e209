import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyUnits } from '#partner-center/filter/filter.arbitrary.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { ADDRESS_KEYS, addressOf, inCanonicalOrder, parseView, printView, viewOf } from './address.ts';
import { normalise } from './normalise.ts';
import { DEFAULT_VIEW, type View } from './view.ts';
import { anyNormalView, anyView } from './view.arbitrary.ts';

/** The view of an address that is read without problems. */
function read(search: string): View {
  const { view, problems } = parseView(search);
  expect(problems).toEqual([]);
  return view;
}

/** Reads an address and writes it again, so that it becomes canonical. */
const again = (search: string): string => printView(parseView(search).view);

const a: Filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' };

describe('what an address says', () => {
  test('reads every parameter of a link written by hand', () => {
    expect(
      read(
        "?filter=channel eq 'reseller'&groupby=customerName, productname&processedDateTime=2018-10-02T00:00:00" +
          '&compare=2018-09-02&sort=utilization desc,customerName&search=Contoso&page=3&pageSize=50' +
          '&chart=channel&measure=licensesDeployed&view=customer&customerTenantId=72f988bf&opportunity=nearlyfull' +
          '&minIdle=10&maxUtilization=87.5&minUtilization=90&spare=5&without=jump, overdeployed,jump&from=2018-09-01&to=2018-10-01&days=90&about=Idle',
      ),
    ).toEqual({
      filter: a,
      groupby: ['customerName', 'productName'],
      processedDateTime: '2018-10-02',
      compare: '2018-09-02',
      sort: [
        { field: 'utilization', descending: true },
        { field: 'customerName', descending: false },
      ],
      search: 'Contoso',
      page: 3,
      pageSize: 50,
      chart: 'channel',
      measure: 'licensesDeployed',
      view: 'customer',
      customerTenantId: '72f988bf',
      opportunity: 'nearlyFull',
      minIdle: 10,
      maxUtilization: 87.5,
      minUtilization: 90,
      spare: 5,
      without: ['overDeployed', 'jump'],
      from: '2018-09-01',
      to: '2018-10-01',
      // `from` is stronger than `days`.
      days: 30,
      about: 'idle',
    });
  });

  test.each([
    '',
    '?',
    '?page=&filter=+&sort=,&groupby=&view=',
    '?page=+&filter=&compare=%09&search=+',
    '?utm_source=mail&code=1&constructor=x&__proto__=y',
  ])('has nothing to say in %j', (search) => {
    expect(read(search)).toEqual(DEFAULT_VIEW);
  });

  test.each([
    ['?page=1&pageSize=100&measure=licensesSold&view=overview', ''],
    ['?chart=productName', ''],
    ['?groupby=channel&chart=channel', 'groupby=channel'],
    ['?groupby=channel&chart=productName', 'groupby=channel&chart=productName'],
    ['?groupby=channel&sort=licensesSold desc', 'groupby=channel'],
    ['?sort=licensesSold desc', 'sort=licensesSold+desc'],
    ['?sort=customerName asc,customerName desc', 'sort=customerName'],
    ['?view=Trend&page=007', 'page=7&view=trend'],
    ['?opportunity=idle&minIdle=1&maxUtilization=100.000&minUtilization=095&spare=0&days=30', ''],
    [
      '?days=90&spare=2&minUtilization=0&maxUtilization=087.50&minIdle=0&opportunity=nearlyFull&view=trend',
      'view=trend&opportunity=nearlyFull&minIdle=0&maxUtilization=87.5&minUtilization=0&spare=2&days=90',
    ],
    ['?to=2026-11-28&from=2026-11-28&days=7', 'from=2026-11-28&to=2026-11-28'],
    ['?to=2026-11-28&days=7', 'to=2026-11-28&days=7'],
    ['?customerTenantId=T1', ''],
    ['?customerTenantId=T1&view=customer', 'view=customer&customerTenantId=T1'],
    ['?view=opportunities&sort=idle desc', 'sort=idle+desc&view=opportunities'],
    ['?view=opportunities&sort=idleValue desc', 'sort=idleValue+desc&view=opportunities'],
    ['?view=opportunities&sort=short desc', 'sort=short+desc&view=opportunities'],
    [
      '?view=opportunities&opportunity=nearlyFull&sort=short desc',
      'view=opportunities&opportunity=nearlyFull',
    ],
    ['?view=opportunities&sort=customerName', 'sort=customerName&view=opportunities'],
    [
      '?compare=2026-10-29&sort=changePercent desc,serviceName,before&measure=idle',
      'compare=2026-10-29&sort=changePercent+desc,serviceName,before&measure=idle',
    ],
    ['?groupby=channel&sort=short desc', 'groupby=channel&sort=short+desc'],
    ['?view=+trend+&page=+7+&sort=++channel++DESC+', 'sort=channel+desc&page=7&view=trend'],
    [
      "?filter=serviceCode EQ \"O'Neil\" or ((channel eq 'a'))",
      'filter=serviceCode+eq+%27O%27%27Neil%27+or+channel+eq+%27a%27',
    ],
    ['?search=Ærø %26 søn', 'search=%C3%86r%C3%B8+%26+s%C3%B8n'],
    ['?search=ltd.', 'search=ltd%2E'],
    ['?search=ltd. %2B co., a/b.c@d-e_f...', 'search=ltd.+%2B+co%2E,+a/b.c@d-e_f%2E%2E%2E'],
    ['?search=O365 - E3 ', 'search=O365+-+E3%20'],
    ['?search=(**bold**)%3B "~~%60x%60~~"!', 'search=%28%2A%2Abold%2A%2A%29%3B+%22%7E%7E%60x%60%7E%7E%22%21'],
    [
      "?filter=(channel eq 'a' or channel eq 'b') and serviceCode eq ')'",
      'filter=%28channel+eq+%27a%27+or+channel+eq+%27b%27%29+and+serviceCode+eq+%27%29%27',
    ],
  ])('writes %s as %s', (search, canonical) => {
    expect(parseView(search).problems).toEqual([]);
    expect(again(search)).toBe(canonical);
  });
});

describe('what an address cannot say', () => {
  test.each([
    ['page', '0', 'wholeNumber'],
    ['page', '-1', 'wholeNumber'],
    ['page', '1e3', 'wholeNumber'],
    ['page', '9'.repeat(30), 'wholeNumber'],
    ['minIdle', '-1', 'wholeNumber'],
    ['spare', '1.5', 'wholeNumber'],
    ['days', '0', 'wholeNumber'],
    ['days', '401', 'wholeNumber'],
    ['maxUtilization', '-1', 'percent'],
    ['maxUtilization', '1e2', 'percent'],
    ['minUtilization', '97,5', 'percent'],
    ['minUtilization', '0.0001', 'percent'],
    ['minUtilization', '1000001', 'percent'],
    ['minUtilization', '∞', 'percent'],
    ['opportunity', 'full', 'name'],
    ['without', 'leap', 'namesList'],
    ['from', '2026-13-01', 'date'],
    ['to', 'today', 'date'],
    ['sort', 'idle', 'sortKeys'],
    ['sort', 'change desc', 'sortKeys'],
    ['pageSize', '1001', 'wholeNumber'],
    ['processedDateTime', '2019-02-29', 'date'],
    ['compare', 'yesterday', 'date'],
    ['chart', 'constructor', 'name'],
    ['measure', '__proto__', 'name'],
    ['view', 'toString', 'name'],
    ['sort', 'colour', 'sortKeys'],
    ['sort', 'channel down', 'sortKeys'],
    ['sort', 'by channel', 'sortKeys'],
    ['groupby', 'hasOwnProperty', 'namesList'],
    ['filter', 'channel is x', 'filter'],
    ['filter', 'colour', 'filter'],
  ])('says that %s=%s is unreadable, and reads the rest', (parameter, text, kind) => {
    const { view, problems } = parseView(new URLSearchParams({ search: 'x', [parameter]: text }));
    expect(view).toEqual({ ...DEFAULT_VIEW, search: 'x' });
    expect(problems).toMatchObject([{ parameter, value: text, kind }]);
  });

  test('says that the view of a customer needs its tenant', () => {
    for (const search of ['?view=customer', '?view=customer&customerTenantId=+']) {
      const { view, problems } = parseView(search);
      expect(view).toEqual(DEFAULT_VIEW);
      expect(problems).toMatchObject([{ parameter: 'view', value: 'customer', kind: 'withoutCustomer' }]);
    }
  });

  test('says that a range ends before it begins', () => {
    const { view, problems } = parseView('?from=2026-11-28&to=2026-11-27');
    expect(view).toEqual({ ...DEFAULT_VIEW, from: '2026-11-28' });
    expect(problems).toEqual([{ parameter: 'to', value: '2026-11-27', kind: 'dayFrom', from: '2026-11-28' }]);
  });

  test('tells its problems in the order of the parameters', () => {
    const { problems } = parseView('?days=x&opportunity=x&sort=x&groupby=x&filter=x');
    expect(problems.map(({ parameter }) => parameter)).toEqual([
      'filter',
      'groupby',
      'sort',
      'opportunity',
      'days',
    ]);
  });

  test('keeps what can be read of a list', () => {
    const { view, problems } = parseView('?groupby=channel,colour,productName&sort=up,utilization desc');
    expect(view.groupby).toEqual(['channel', 'productName']);
    expect(view.sort).toEqual([{ field: 'utilization', descending: true }]);
    expect(problems.map(({ parameter, value }) => [parameter, value])).toEqual([
      ['groupby', 'colour'],
      ['sort', 'up'],
    ]);
  });

  test('says that a field is grouped by twice', () => {
    const { view, problems } = parseView('?groupby=channel,productId,Channel');
    expect(view.groupby).toEqual(['channel', 'productId']);
    expect(problems).toEqual([{ parameter: 'groupby', value: 'Channel', kind: 'repeatedField' }]);
  });

  test('says that grouped rows do not have what they are sorted by', () => {
    const { view, problems } = parseView('?groupby=channel&sort=customerName,channel');
    expect(view.sort).toEqual([{ field: 'channel', descending: false }]);
    expect(problems[0]).toMatchObject({
      parameter: 'sort',
      value: 'customerName',
      names: expect.arrayContaining(['channel', 'licensesSold', 'utilization']) as unknown,
    });
  });

  test('takes the first of a repeated parameter and says so', () => {
    const { view, problems } = parseView('?page=2&page=3&page=4&utm=1&utm=2');
    expect(view.page).toBe(2);
    expect(problems).toEqual([{ parameter: 'page', value: '3', kind: 'repeatedParameter' }]);
  });

  test('does not read a filter in part', () => {
    const { view, problems } = parseView("?filter=channel eq 'a' and (channel eq 'b'&page=2");
    expect(view).toEqual({ ...DEFAULT_VIEW, page: 2 });
    expect(problems).toMatchObject([{ parameter: 'filter' }]);
  });

  test('quotes no more than a sentence holds and nothing that cannot be seen', () => {
    const [problem] = parseView(`?view=%E2%80%AE%00${'x'.repeat(1000)}`).problems;
    expect(problem?.value).toBe(`[U+202E][U+0000]${'x'.repeat(38)}…`);
  });
});

describe('laws', () => {
  test('parse after print is the identity on views', () => {
    fc.assert(
      fc.property(anyNormalView(), (view) => {
        expect(read(printView(view))).toEqual(view);
      }),
    );
  });

  test('print after parse is the identity on canonical addresses, which browsers leave as they are', () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        const canonical = printView(view);
        expect(again(canonical)).toBe(canonical);
        const url = new URL(`http://localhost/?${canonical}`);
        expect(url.href).toBe(canonical === '' ? 'http://localhost/?' : `http://localhost/?${canonical}`);
        expect(canonical).toMatch(/^(?:[%&+,\-./0-9:=@A-Z_a-z]*[0-9A-Za-z])?$/);
      }),
    );
  });

  test('agrees with the form for nuqs', () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        expect(viewOf(addressOf(view))).toEqual({ view: normalise(view), problems: [] });
      }),
    );
  });

  test('answers for any address, with a view that its own address restores', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      anyUnits(),
      fc.constantFrom(
        '%',
        '%zz',
        '%C3',
        '%00',
        '%ED%A0%80',
        '%E2%80%AE',
        '<script>',
        '__proto__',
        'constructor',
        '(((',
        "channel eq 'x'",
        "'",
        '1',
        '2018-10-02',
        'channel,channel',
        ' desc',
        'NaN',
        '1e9',
      ),
    );
    const key = fc.oneof(fc.constantFrom<string>(...ADDRESS_KEYS), hostile);
    const parameter = fc
      .tuple(key, fc.array(hostile, { maxLength: 3 }))
      .map(([name, parts]) => `${name}=${parts.join('')}`);
    const address = fc
      .tuple(fc.constantFrom('', '?', '&', '#'), fc.array(parameter))
      .map(([start, parts]) => start + parts.join('&'));
    fc.assert(
      fc.property(address, (search) => {
        const { view, problems } = parseView(search);
        expect(read(printView(view))).toEqual(view);
        expect(normalise(view)).toEqual(view);
        for (const { value } of problems) expect(value).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('long addresses', () => {
  test('reads and writes ten thousand clauses', () => {
    const filter = Array.from({ length: 10_000 }, (_, index) => `customerName ne 'Customer ${index}'`).join(
      ' and ',
    );
    const { view, problems } = parseView(new URLSearchParams({ filter }));
    expect(problems).toEqual([]);
    expect(new URLSearchParams(printView(view)).get('filter')).toBe(filter);
  });

  test.each(['(', "'", '%', '%27', ',', 'channel,', 'utilization desc,', ' ', '&page=1', 'é'])(
    'answers for 64 kB of %j in every parameter',
    (piece) => {
      for (const key of ADDRESS_KEYS) {
        const { view } = parseView(`${key}=${piece.repeat(65_536 / piece.length)}`);
        expect(parseView(printView(view))).toEqual({ view, problems: [] });
      }
    },
  );

  test('reads and writes brackets deeper than a call stack', () => {
    const filter = `${"channel eq 'a' or (channel eq 'b' and (".repeat(5000)}channel eq 'c'${'))'.repeat(5000)}`;
    const printed = printView(parseView(new URLSearchParams({ filter })).view);
    expect(again(printed)).toBe(printed);
    expect(printed.length).toBeGreaterThan(5000);
  });
});

describe('inCanonicalOrder', () => {
  test('sorts our parameters as they are printed and keeps those of others behind', () => {
    const mixed = new URLSearchParams('b=1&view=trend&page=2&page=3&a=1&filter=x');
    expect(inCanonicalOrder(mixed).toString()).toBe('filter=x&page=2&page=3&view=trend&b=1&a=1');
  });
});
