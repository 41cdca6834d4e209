import { expect, test } from 'vitest';
import { canonical } from '#partner-center/filter/canonical.ts';
import { parseFilter } from '#partner-center/filter/parse.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { filterExamples } from './filter-examples.ts';

const EVERYTHING = { channels: ["direct's"], products: ['A', 'B', 'C'], services: ['S', 'T'] };

test('examples are filters as the address has them', () => {
  const examples = filterExamples(EVERYTHING);
  expect(examples.map(({ filter }) => printFilter(filter))).toEqual([
    "channel eq 'direct''s'",
    "productName ne 'A'",
    "productName eq 'A' or productName eq 'B'",
    "channel eq 'direct''s' and (serviceName eq 'S' or serviceName eq 'T')",
  ]);
  for (const { filter } of examples) {
    expect(canonical(filter)).toEqual(filter);
    expect(parseFilter(printFilter(filter))).toMatchObject({ filter });
  }
});

test('there is no example for which the data has no values', () => {
  const names = (values: typeof EVERYTHING) => filterExamples(values).map(({ name }) => name);
  expect(names({ channels: [], products: [], services: [] })).toEqual([]);
  expect(names({ channels: ['a'], products: ['p'], services: ['s'] })).toEqual(['one', 'without']);
});
