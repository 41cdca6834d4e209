import { expect, test } from 'vitest';
import { tableOfRows } from '#engine/snapshot/columns/table.fixture.ts';
import { decodeShape, encodeShape } from './parts.ts';

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

const SHAPE = decodeShape(encodeShape(tableOfRows([])).buffer);

test('a shape reads as it was written', () => {
  expect(SHAPE.rows).toBe(0);
  expect(decodeShape(bytesOf(JSON.stringify(SHAPE)))).toEqual(SHAPE);
});

test.each([
  '',
  'null',
  '{}',
  JSON.stringify({ ...SHAPE, rows: -1 }),
  JSON.stringify({ ...SHAPE, rows: '3' }),
  JSON.stringify({ ...SHAPE, codes: undefined }),
  JSON.stringify({ ...SHAPE, codes: { ...SHAPE.codes, channel: undefined } }),
  JSON.stringify({ ...SHAPE, codes: { ...SHAPE.codes, channel: 'f64' } }),
  JSON.stringify({ ...SHAPE, counts: { ...SHAPE.counts, licensesSold: 'u8' } }),
])('%j is no shape', (text) => {
  expect(() => decodeShape(bytesOf(text))).toThrow(Error);
});
