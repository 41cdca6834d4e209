import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PartnerCenterError } from '#partner-center/error.ts';
import type { Exported, ExportedRows } from '#query/exported.ts';
import { textsIn } from '#ui/catalogue.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import type { ExportState } from './export.tsx';
import { STREAMED_ROWS } from './file-target.ts';
import { takeAway } from './take-away.ts';
import { texts } from './texts.ts';

const FORMAT = formatFor(ENGLISH);

let written: string[] = [];
const ended: string[] = [];

beforeEach(() => {
  written = [];
  ended.length = 0;
  vi.stubGlobal('showSaveFilePicker', () =>
    Promise.resolve({
      getFile: () => Promise.resolve({ size: 0 }),
      createWritable: () =>
        Promise.resolve({
          write: (piece: string | Uint8Array) =>
            Promise.resolve(
              written.push(typeof piece === 'string' ? piece : new TextDecoder().decode(piece)),
            ),
          close: () => Promise.resolve(ended.push('close')),
          abort: () => Promise.resolve(ended.push('abort')),
        }),
      remove: () => Promise.resolve(ended.push('remove')),
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

function exportedOf(read: Exported['read'], expected: number | null = STREAMED_ROWS): Exported {
  return {
    date: '2026-11-26',
    expected: () => expected,
    columns: [
      { header: 'Customer', kind: 'text' },
      { header: 'Sold', kind: 'count' },
    ],
    read,
    about: () => ({ snapshot: '', search: '', groupedBy: [], summedBy: 'snapshot', further: [] }),
  };
}

const SOME: ExportedRows = {
  total: STREAMED_ROWS,
  values: [
    ['=1+1', -5],
    ['a;"b"\r\nc', 7],
  ],
};

async function taken(
  read: Exported['read'],
  kind: 'csv' | 'xlsx' = 'csv',
  expected?: number,
): Promise<{
  readonly states: readonly ExportState[];
}> {
  const states: ExportState[] = [];
  await takeAway(
    {
      exported: exportedOf(read, expected),
      view: 'Overview',
      name: '',
      format: kind === 'csv' ? { kind, separator: ';' } : { kind },
      link: 'https://page.example/',
      filter: '',
      onState: (state) => states.push(state),
    },
    textsIn(texts, ENGLISH),
    FORMAT,
  );
  return { states };
}

test('many rows are written one piece after the other, and told', async () => {
  const { states } = await taken(async function* rows() {
    yield SOME;
    yield SOME;
  });
  const lines = '\'=1+1;-5\r\n"a;""b""\r\nc";7\r\n';
  expect(written).toEqual(['\uFEFFCustomer;Sold\r\n', lines, lines]);
  expect(ended).toEqual(['close']);
  expect(states.map(({ status }) => status)).toEqual(['writing', 'writing', 'writing', 'done']);
  expect(states.at(-1)).toEqual({ status: 'done', rows: 4 });
});

test('the place is asked for before anything is read, since a browser asks only right after the press', async () => {
  const order: string[] = [];
  const { showSaveFilePicker: pick } = globalThis;
  vi.stubGlobal('showSaveFilePicker', (options: Parameters<NonNullable<typeof pick>>[0]) => {
    order.push('asked');
    return pick?.(options);
  });
  const taking = taken(async function* rows() {
    order.push('read');
    yield SOME;
  });
  // The dialog is open within the press itself.
  expect(order).toEqual(['asked']);
  await taking;
  expect(order).toEqual(['asked', 'read']);
});

test('who picks no place reads nothing', async () => {
  vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('', 'AbortError')));
  let isRead = false;
  const { states } = await taken(async function* rows() {
    isRead = true;
    yield SOME;
  });
  expect(isRead).toBe(false);
  expect(states).toEqual([{ status: 'idle' }]);
});

test('stopped in the middle, nothing is left of the file', async () => {
  const states: ExportState[] = [];
  const reading = takeAway(
    {
      exported: exportedOf(async function* rows(signal) {
        yield SOME;
        // This answer never comes.
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      }),
      view: 'Overview',
      name: '',
      format: { kind: 'csv', separator: ',' },
      link: '',
      filter: '',
      onState(state) {
        states.push(state);
        // The export is stopped after some rows were written.
        if (state.status === 'writing' && state.rows > 0) setTimeout(state.stop);
      },
    },
    textsIn(texts, ENGLISH),
    FORMAT,
  );
  await reading;
  expect(written.length).toBeGreaterThan(1);
  expect(ended).toEqual(['abort', 'remove']);
  expect(states.at(-1)).toEqual({ status: 'idle' });
});

test('what fails in the middle is told, and nothing is left of the file', async () => {
  const { states } = await taken(async function* rows() {
    yield SOME;
    throw new PartnerCenterError({ kind: 'network', description: 'It is gone.' });
  });
  expect(ended).toEqual(['abort', 'remove']);
  expect(states.at(-1)).toEqual({ status: 'failed', message: 'The file could not be written. It is gone.' });
});

test('more rows than a sheet holds are said before anything is written', async () => {
  const { states } = await taken(async function* rows() {
    yield { ...SOME, total: 1_048_576 };
  }, 'xlsx');
  expect(states.at(-1)).toMatchObject({ status: 'failed' });
  expect(JSON.stringify(states.at(-1))).toContain('1,048,576 rows');
  expect(ended).toEqual([]);
  // Where the page knows it already, not even a row is read.
  let isRead = false;
  const known = await taken(
    async function* rows() {
      isRead = true;
      yield SOME;
    },
    'xlsx',
    1_048_576,
  );
  expect(isRead).toBe(false);
  expect(known.states).toEqual([states.at(-1)]);
});
