import { afterEach, expect, test, vi } from 'vitest';
import { diskTarget, STREAMED_ROWS, targetOf } from './file-target.ts';

const KIND = { name: 'rows.csv', type: 'text/csv;charset=utf-8', extension: 'csv' };

/** A file on a disk, as a browser gives it: what is written is there after the file is closed. */
function fakeFile(content = '') {
  const state: { content: string | null } = { content };
  const handle = {
    getFile: () => Promise.resolve({ size: (state.content ?? '').length }),
    createWritable() {
      let draft = '';
      return Promise.resolve({
        write(piece: string) {
          draft += piece;
          return Promise.resolve();
        },
        close() {
          state.content = draft;
          return Promise.resolve();
        },
        abort() {
          draft = '';
          return Promise.resolve();
        },
      });
    },
    remove() {
      state.content = null;
      return Promise.resolve();
    },
  };
  return { state, handle: handle as unknown as FileSystemFileHandle };
}

afterEach(() => vi.unstubAllGlobals());

test('what is written is in the file when it is finished', async () => {
  const { state, handle } = fakeFile('of yesterday');
  const target = await diskTarget(handle);
  await target.write('a');
  await target.write('b');
  expect(state.content).toBe('of yesterday');
  await target.finish();
  expect(state.content).toBe('ab');
});

test('a new file that is stopped is gone, one that was there before is as it was', async () => {
  const fresh = fakeFile();
  const target = await diskTarget(fresh.handle);
  await target.write('a');
  await target.discard();
  expect(fresh.state.content).toBeNull();

  const old = fakeFile('of yesterday');
  const other = await diskTarget(old.handle);
  await other.write('a');
  await other.discard();
  expect(old.state.content).toBe('of yesterday');
});

test('many rows go to the place that the person picks, where the browser asks for one', async () => {
  const { state, handle } = fakeFile();
  const pick = vi.fn<() => Promise<FileSystemFileHandle>>(() => Promise.resolve(handle));
  vi.stubGlobal('showSaveFilePicker', pick);
  await targetOf(KIND, STREAMED_ROWS - 1);
  expect(pick).not.toHaveBeenCalled();
  await targetOf(KIND, null);
  expect(pick).toHaveBeenCalledTimes(1);
  const target = await targetOf(KIND, STREAMED_ROWS);
  expect(pick).toHaveBeenCalledWith({
    suggestedName: 'rows.csv',
    types: [{ accept: { 'text/csv': ['.csv'] } }],
  });
  await target?.write('a');
  await target?.finish();
  expect(state.content).toBe('a');
});

test('who picks no place saves nothing, and a browser that does not ask downloads', async () => {
  vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('', 'AbortError')));
  expect(await targetOf(KIND, STREAMED_ROWS)).toBeNull();
  vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('', 'SecurityError')));
  expect(await targetOf(KIND, STREAMED_ROWS)).not.toBeNull();
});

test('a picked file that can’t be written is told, and an empty one is not left', async () => {
  const { state, handle } = fakeFile();
  handle.createWritable = () => Promise.reject(new DOMException('It is locked.'));
  vi.stubGlobal('showSaveFilePicker', () => Promise.resolve(handle));
  await expect(targetOf(KIND, STREAMED_ROWS)).rejects.toThrow('It is locked.');
  expect(state.content).toBeNull();
});
