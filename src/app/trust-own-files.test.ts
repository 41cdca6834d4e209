import { afterEach, expect, test, vi } from 'vitest';
import { trustOwnFiles } from './trust-own-files.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('trusts addresses of the page’s own origin, and nothing else', () => {
  vi.stubGlobal('location', new URL('https://lens.example/?view=trend'));
  const createPolicy =
    vi.fn<
      (name: string, rules: { readonly createScriptURL: (address: string) => string | null }) => unknown
    >();
  trustOwnFiles({ createPolicy });
  const [name, rules] = createPolicy.mock.calls[0] ?? expect.fail('made no policy');
  expect(name).toBe('default');
  // There is no rule for texts of markup or of scripts, so they are refused.
  expect(Object.keys(rules)).toEqual(['createScriptURL']);
  for (const own of ['/assets/worker.js', 'https://lens.example/assets/worker.js']) {
    expect(rules.createScriptURL(own)).toBe(own);
  }
  for (const other of [
    'https://evil.example/worker.js',
    '//evil.example/worker.js',
    'http://lens.example/worker.js',
    'data:text/javascript,0',
    'blob:https://evil.example/0',
    'javascript:0',
  ]) {
    expect(rules.createScriptURL(other)).toBeNull();
  }
});

test('does nothing in a browser without trusted types', () => {
  expect(() => trustOwnFiles(undefined)).not.toThrow();
});
