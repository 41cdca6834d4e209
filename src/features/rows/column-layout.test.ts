import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW } from '#view/view.ts';
import {
  DEFAULT_LAYOUT,
  laidOut,
  layoutKey,
  parseLayout,
  showing,
  type ColumnLayout,
} from './column-layout.ts';
import { columnsFor } from './columns.ts';

describe('a stored layout', () => {
  test('comes back as it was', () => {
    const layout: ColumnLayout = {
      order: ['utilization', 'channel'],
      hidden: ['channel'],
      shown: ['idle'],
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
    expect(layoutKey(DEFAULT_VIEW)).toBe('license-lens.columns');
    const grouped = { ...DEFAULT_VIEW, groupby: ['channel', 'productName'] as const };
    expect(layoutKey(grouped)).toBe('license-lens.columns.channel.productName');
    const idle = { ...grouped, view: 'opportunities' as const };
    expect(layoutKey(idle)).toBe('license-lens.columns.opportunities.idle.channel.productName');
    expect(layoutKey({ ...idle, opportunity: 'nearlyFull' })).not.toBe(layoutKey(idle));
  });
});

describe('columns laid out', () => {
  const columns = columnsFor({ ...DEFAULT_VIEW, groupby: ['channel'] }, false);
  const ids = (layout: Partial<ColumnLayout>): readonly string[] =>
    laidOut(columns, { ...DEFAULT_LAYOUT, ...layout }, false)
      .filter(({ isHidden }) => !isHidden)
      .map(({ id }) => id);

  test('are the default ones where nothing was changed', () => {
    expect(ids({})).toEqual(columns.filter(({ isOptional }) => !isOptional).map(({ id }) => id));
  });

  test('are shown as they were chosen, those that are optional too, and never none', () => {
    for (const shown of [['idle', 'channel'], ['short'], ['licensesSold']] as const) {
      const layout = showing(DEFAULT_LAYOUT, columns, shown);
      expect(ids(layout).toSorted()).toEqual(shown.toSorted());
      expect(ids(showing(layout, columns, ['channel']))).toEqual(['channel']);
    }
    expect(ids(showing(DEFAULT_LAYOUT, columns, []))).toEqual(ids({}));
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
    expect(ids({ hidden: columns.map(({ id }) => id) })).toEqual(ids({}));
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
