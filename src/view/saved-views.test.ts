import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#partner-center/filter/filter.arbitrary.ts';
import { parseView, printView } from './address.ts';
import {
  canSave,
  deleteView,
  duplicateView,
  exportViews,
  importViews,
  LONGEST_NAME,
  MOST_SAVED_VIEWS,
  renameView,
  restoreView,
  saveView,
  searchViews,
  withStart,
} from './saved-views.ts';
import { NO_SAVED_VIEWS, parseStored, printStored, startOf, type SavedViews } from './saved-views-entry.ts';
import { anyNormalView } from './view.arbitrary.ts';
import { DEFAULT_VIEW, type View } from './view.ts';

const resellers: View = {
  ...DEFAULT_VIEW,
  filter: { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' },
};

/** Saved views of these names, whose ids are their first letters. */
function saved(...names: readonly string[]): SavedViews {
  return names.reduce(
    (views, name) => saveView(views, name.charAt(0), { name, description: '' }, DEFAULT_VIEW),
    NO_SAVED_VIEWS,
  );
}

const namesOf = ({ views }: Pick<SavedViews, 'views'>) => views.map(({ name }) => name);

function counter(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `new ${next}`;
  };
}

const anySaved: fc.Arbitrary<SavedViews> = fc
  .array(fc.tuple(anyText(), anyText(), anyNormalView(), fc.boolean()), { maxLength: 6 })
  .map((list) =>
    list.reduce<SavedViews>((views, [name, description, view, isStart], index) => {
      const next = saveView(views, `id ${index}`, { name: `x${name}`, description }, view);
      return isStart ? withStart(next, `id ${index}`) : next;
    }, NO_SAVED_VIEWS),
  );

describe('a saved view', () => {
  test('is called what it is called, holds its address, and stands behind the others', () => {
    const views = saveView(
      saved('All'),
      'r',
      { name: ' Resellers ', description: ' Every Monday\n' },
      resellers,
    );
    expect(views.views[1]).toEqual({
      id: 'r',
      name: 'Resellers',
      description: 'Every Monday',
      address: 'filter=channel+eq+%27reseller%27',
    });
  });

  test('has a name of its own', () => {
    expect(namesOf(saved('Idle', 'idle', 'IDLE (2)'))).toEqual(['Idle', 'idle (2)', 'IDLE (2) (2)']);
    const long = 'x'.repeat(LONGEST_NAME + 7);
    const [first = '', second = ''] = namesOf(saved(long, long));
    expect(first).toBe('x'.repeat(LONGEST_NAME));
    expect(second).toBe(`${'x'.repeat(LONGEST_NAME - 4)} (2)`);
    expect(namesOf(saved(`${'x'.repeat(LONGEST_NAME - 1)}😀`))).toEqual(['x'.repeat(LONGEST_NAME - 1)]);
  });

  test('needs a name, and room', () => {
    expect(canSave(NO_SAVED_VIEWS, ' ')).toBe(false);
    expect(saved(' ')).toBe(NO_SAVED_VIEWS);
    const full = saved(...Array.from({ length: MOST_SAVED_VIEWS }, (_, index) => `${index}`));
    expect(canSave(full, 'One more')).toBe(false);
    expect(saveView(full, 'o', { name: 'One more', description: '' }, DEFAULT_VIEW)).toBe(full);
    expect(duplicateView(full, '0', 'copy')).toBe(full);
  });

  test('is called something else, and keeps its place and address', () => {
    const views = renameView(saved('All', 'Idle'), 'A', { name: 'Everything', description: 'of all' });
    expect(views.views[0]).toEqual({ id: 'A', name: 'Everything', description: 'of all', address: '' });
    expect(namesOf(renameView(views, 'A', { name: 'idle', description: '' }))).toEqual(['idle (2)', 'Idle']);
    expect(namesOf(renameView(views, 'A', { name: 'EVERYTHING', description: '' }))[0]).toBe('EVERYTHING');
    expect(renameView(views, 'A', { name: ' ', description: '' })).toBe(views);
  });

  test('has its copy right behind it', () => {
    const views = duplicateView(saved('All', 'Idle'), 'A', 'copy');
    expect(namesOf(views)).toEqual(['All', 'All (2)', 'Idle']);
    expect(views.views[1]?.id).toBe('copy');
  });
});

describe('deleting', () => {
  test('and bringing back is as if nothing was done', () => {
    fc.assert(
      fc.property(anySaved, fc.nat(5), (views, index) => {
        const change = deleteView(views, `id ${index}`);
        if (change === null) {
          expect(views.views.length).toBeLessThanOrEqual(index);
          return;
        }
        expect(change.saved.views).toHaveLength(views.views.length - 1);
        expect(startOf(change.saved)?.id).not.toBe(`id ${index}`);
        expect(restoreView(change.saved, change.deleted)).toEqual(views);
      }),
    );
  });

  test('is undone whatever was changed since', () => {
    const views = withStart(saved('All', 'Idle', 'Full'), 'I');
    const change = deleteView(views, 'I');
    if (change === null) throw new Error('There is one.');
    const since = withStart(
      saveView(change.saved, 'o', { name: 'idle', description: '' }, DEFAULT_VIEW),
      'F',
    );
    const restored = restoreView(since, change.deleted);
    expect(namesOf(restored)).toEqual(['All', 'Idle (2)', 'Full', 'idle']);
    expect(restored.startId).toBe('F');
    expect(restoreView(restored, change.deleted)).toBe(restored);
  });
});

test('the start is one that there is, or none', () => {
  const views = saved('All', 'Idle');
  expect(startOf(views)).toBeNull();
  expect(startOf(withStart(views, 'I'))?.name).toBe('Idle');
  expect(startOf(withStart(withStart(views, 'I'), null))).toBeNull();
  expect(withStart(views, 'x').startId).toBeNull();
});

test('a search finds each word in name or description, letter case and accents ignored', () => {
  const views = saveView(
    saved('Idle of Ærø', 'Zürich'),
    'x',
    { name: 'Monday', description: 'Idle licenses, ZÜRICH' },
    resellers,
  );
  expect(namesOf({ views: searchViews(views, '') })).toEqual(namesOf(views));
  expect(namesOf({ views: searchViews(views, ' zurich ') })).toEqual(['Zürich', 'Monday']);
  expect(namesOf({ views: searchViews(views, 'IDLE zür') })).toEqual(['Monday']);
  expect(searchViews(views, 'idle x')).toEqual([]);
});

describe('a file', () => {
  test('brings back what was written to it, and the second time nothing', () => {
    fc.assert(
      fc.property(anySaved, (views) => {
        const file = exportViews(views);
        const imported = importViews(NO_SAVED_VIEWS, file, counter());
        expect(imported).toMatchObject({ added: views.views.length, left: 0, problems: [] });
        if (imported === null) return;
        const plainly = ({ views: list }: SavedViews) => list.map(({ id: _id, ...view }) => view);
        expect(plainly(imported.saved)).toEqual(plainly(views));
        expect(startOf(imported.saved)?.name).toBe(startOf(views)?.name);
        expect(importViews(imported.saved, file, counter())).toEqual({ ...imported, added: 0 });
      }),
    );
  });

  test('is checked like a link: what can be read applies, the rest is said', () => {
    const file = JSON.stringify({
      format: 'license-lens-saved-views',
      version: 1,
      views: [
        { name: 'Mine', address: 'https://lens.example/?groupby=channel,colour&utm_source=mail#top' },
        { name: 'Script', address: 'javascript:alert(1)' },
        { name: 'Mine', address: '?page=0' },
      ],
    });
    const imported = importViews(saved('mine'), file, counter());
    expect(imported?.saved.views.map(({ name, address }) => [name, address])).toEqual([
      ['mine', ''],
      ['Mine (2)', 'groupby=channel'],
      ['Script', ''],
    ]);
    expect(imported?.problems).toMatchObject([
      { name: 'Mine', problem: { parameter: 'groupby', value: 'colour' } },
    ]);
  });

  test.each([
    '',
    '{}',
    '[]',
    'null',
    '{"format":"license-lens-saved-views","version":2,"views":[]}',
    '{"format":"license-lens-saved-views","version":1,"views":[{"name":" ","address":""}]}',
    '{"format":"license-lens-saved-views","version":1,"views":[{"name":"a","address":7}]}',
    JSON.stringify({
      format: 'license-lens-saved-views',
      version: 1,
      views: [{ name: 'x'.repeat(101), address: '' }],
    }),
  ])('that is none is refused: %j', (text) => {
    expect(importViews(NO_SAVED_VIEWS, text, counter())).toBeNull();
  });

  test('has no more views than there is room for', () => {
    const full = saved(...Array.from({ length: MOST_SAVED_VIEWS - 1 }, (_, index) => `${index}`));
    const file = exportViews(saved('All', 'Idle', 'Full'));
    const imported = importViews(full, file, counter());
    expect(imported).toMatchObject({ added: 1, left: 2 });
    expect(imported?.saved.views).toHaveLength(MOST_SAVED_VIEWS);
  });

  test('leaves the start as it is where there is one', () => {
    const file = exportViews(withStart(saved('All'), 'A'));
    const views = withStart(saved('Idle'), 'I');
    expect(startOf(importViews(views, file, counter())?.saved ?? NO_SAVED_VIEWS)?.name).toBe('Idle');
  });
});

describe('what a browser stores', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anySaved, (views) => {
        expect(parseStored(printStored(views))).toEqual(views);
        for (const { address } of views.views) {
          expect(printView(parseView(address).view)).toBe(address);
        }
      }),
    );
  });

  test.each([null, '', 'x', '{}', '{"views":[{}],"startId":null}'])('is nothing where it is %j', (text) => {
    expect(parseStored(text)).toBe(NO_SAVED_VIEWS);
  });
});
