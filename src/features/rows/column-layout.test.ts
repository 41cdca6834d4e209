import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LAYOUT, laidOut, layoutKey, parseLayout, type ColumnLayout } from './column-layout.ts';
import { columnsFor } from './columns.ts';

describe('a stored layout', () => {
  test('comes back as it was', () => {
    const layout: ColumnLayout = {
      order: ['utilization', 'channel'],
      hidden: ['channel'],
      widths: { utilization: 200 },
      isFirstPinned: false,
    };
    expect(parseLayout(JSON.stringify(layout))).toEqual(layout);
  });

  test.for([
    null,
    '',
    '{',
    'null',
    '[]',
    '{"order":[],"hidden":[]}',
    '{"order":["customer"],"hidden":[],"widths":{}}',
    '{"order":[],"hidden":"channel","widths":{}}',
    '{"order":[],"hidden":[],"widths":{"channel":0}}',
    '{"order":[],"hidden":[],"widths":{"channel":1e9}}',
    '{"order":[],"hidden":[],"widths":{"channel":"100"}}',
    '{"order":[],"hidden":[],"widths":{"constructor":100}}',
  ])('that cannot be read is the default: %s', (stored) => {
    expect(parseLayout(stored)).toEqual({ order: [], hidden: [], widths: {} });
  });

  test('is one for each grouping', () => {
    expect(layoutKey({ groupby: [] })).toBe('license-lens.columns');
    expect(layoutKey({ groupby: ['channel', 'productName'] })).toBe(
      'license-lens.columns.channel.productName',
    );
  });
});

describe('columns laid out', () => {
  const columns = columnsFor({ groupby: ['channel'] }, false);
  const ids = (layout: Partial<ColumnLayout>): readonly string[] =>
    laidOut(columns, { ...DEFAULT_LAYOUT, ...layout }, false)
      .filter(({ isHidden }) => !isHidden)
      .map(({ id }) => id);

  test('are the default ones where nothing was changed', () => {
    expect(ids({})).toEqual(columns.map(({ id }) => id));
  });

  test('keep the first one that is shown in sight, where the person or the room says so', () => {
    const pinned = (layout: Partial<ColumnLayout>, isUsual: boolean): readonly string[] =>
      laidOut(columns, { ...DEFAULT_LAYOUT, ...layout }, isUsual)
        .filter(({ isPinned }) => isPinned)
        .map(({ id }) => id);
    expect(pinned({}, false)).toEqual([]);
    expect(pinned({}, true)).toEqual(['channel']);
    expect(pinned({ isFirstPinned: false }, true)).toEqual([]);
    expect(pinned({ isFirstPinned: true, hidden: ['channel'] }, false)).toEqual(['licensesDeployed']);
    expect(pinned({ isFirstPinned: true, order: ['utilization'] }, false)).toEqual(['utilization']);
  });

  test('stand in the stored order; unnamed ones come last, names of others and second ones do nothing', () => {
    expect(ids({ order: ['utilization', 'customerName', 'utilization', 'channel'] })).toEqual([
      'utilization',
      'channel',
      'licensesDeployed',
      'licensesSold',
      'licensesNotDeployed',
    ]);
  });

  test('are without the hidden ones, but never none', () => {
    expect(ids({ hidden: ['channel', 'licensesSold'] })).toEqual([
      'licensesDeployed',
      'licensesNotDeployed',
      'utilization',
    ]);
    expect(ids({ hidden: columns.map(({ id }) => id) })).toEqual(columns.map(({ id }) => id));
  });

  test('of a width the person gave keep it', () => {
    const [channel, deployed] = laidOut(columns, { ...DEFAULT_LAYOUT, widths: { channel: 321 } }, false);
    expect(channel).toMatchObject({ width: 321, isSized: true });
    expect(deployed).toMatchObject({ width: columns[1]?.width, isSized: false });
  });

  test('are all there whatever is stored', () => {
    const stored = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant('{"order":["channel"],"hidden":[],"widths":{}}'),
    );
    fc.assert(
      fc.property(stored, (text) => {
        const result = laidOut(columns, parseLayout(text), false).map(({ id }) => id);
        expect(result.toSorted()).toEqual(columns.map(({ id }) => id).toSorted());
      }),
    );
  });
});
