import { expect, test } from 'vitest';
import { textsIn } from '#ui/catalogue.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { standingSaid } from './standing-said.ts';
import { texts } from './texts.ts';

const said = (from: number, to: number, customers: number, below: number, above: number): string =>
  standingSaid(
    { from, to, customers, below, above, steps: [], ownStep: 0 },
    textsIn(texts, ENGLISH),
    formatFor(ENGLISH),
  );

test('the place of a customer is said of one other as of many, with those that use as much', () => {
  expect(said(5, 2000, 40, 12, 28)).toBe(
    'Uses more of its licenses than 12 of 40 other customers that have 5 to 2,000 licenses.',
  );
  expect(said(5, 20, 40, 12, 27)).toBe(
    'Uses more of its licenses than 12 of 40 other customers that have 5 to 20 licenses. One uses as much.',
  );
  expect(said(1, 1, 40, 12, 20)).toBe(
    'Uses more of its licenses than 12 of 40 other customers that have 1 license. 8 use as much.',
  );
  expect(said(5, 5, 1, 0, 0)).toBe(
    'Does not use more of its licenses than the one other customer that has 5 licenses.',
  );
  expect(said(5, 5, 1, 1, 0)).toBe(
    'Uses more of its licenses than the one other customer that has 5 licenses.',
  );
});
