import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { build, createServer, preview } from 'vite';
import { LICENSE_DEPLOYMENT_PATH } from './license-deployment.ts';
import { listen } from './listen.ts';
import { licenseLensServices } from './vite-plugin.ts';

// Each server makes keys of its own, which takes longer at one time than at another.
vi.setConfig({ testTimeout: 30_000 });

let root: string;
const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'license-lens-'));
  await writeFile(join(root, 'index.html'), '<!doctype html><title>App</title>');
});
afterAll(async () => {
  await rm(root, { recursive: true });
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  printed.mockClear();
  vi.unstubAllEnvs();
});

const configOf = () => ({
  root,
  configFile: false as const,
  logLevel: 'silent' as const,
  plugins: [licenseLensServices({ rows: 50 })],
});

const said = (): Promise<string> =>
  vi.waitFor(() => String(printed.mock.calls[0]?.[0] ?? expect.fail('said nothing')), { timeout: 20_000 });

async function startPreview(): Promise<string> {
  const server = await preview({ ...configOf(), preview: { port: 0, host: '127.0.0.1' } });
  closing.push(() => server.close());
  const [, port = ''] = /^License Lens is at http:\/\/localhost:(\d+)\/$/.exec(await said()) ?? [];
  return `http://127.0.0.1:${port}`;
}

test('leaves the build alone', async () => {
  await build(configOf());
  const files = await readdir(join(root, 'dist'), { recursive: true });
  expect(files.filter((name) => name !== 'index.html')).toEqual([]);
  expect(printed).not.toHaveBeenCalled();
});

describe('the preview server', () => {
  beforeAll(async () => {
    await mkdir(join(root, 'dist'), { recursive: true });
    await writeFile(join(root, 'dist', 'index.html'), '<!doctype html><title>Built</title>');
    await writeFile(join(root, 'dist', 'config.json'), '"built"');
  });

  test('serves app, endpoint, sign-in and configuration at one origin, and says where in one line', async () => {
    const origin = await startPreview();
    expect(await (await fetch(origin)).text()).toContain('<title>Built</title>');
    expect((await fetch(`${origin}${LICENSE_DEPLOYMENT_PATH}`)).status).toBe(401);
    expect((await fetch(`${origin}/identity/jwks`)).status).toBe(200);
    expect((await fetch(`${origin}/emulator/faults`)).status).toBe(200);
    const config = (await (await fetch(`${origin}/config.json`)).json()) as { authorityMetadata: unknown };
    expect(config.authorityMetadata).toMatchObject({ token_endpoint: `${origin}/identity/token` });
    expect(printed).toHaveBeenCalledTimes(1);
  });

  test('sends the security headers with everything', async () => {
    const origin = await startPreview();
    for (const path of ['/', '/config.json', '/missing.js', LICENSE_DEPLOYMENT_PATH]) {
      const { headers } = await fetch(origin + path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'; ");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
    }
  });

  test('says that it is there', async () => {
    const origin = await startPreview();
    const answer = await fetch(`${origin}/healthz`);
    expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([
      200,
      'no-store',
      'ok',
    ]);
    expect((await fetch(`${origin}/healthz/more`)).status).toBe(404);
    expect((await fetch(`${origin}/healthzy`)).status).toBe(404);
  });

  test('has nothing at other addresses, and lets no other origin read', async () => {
    const origin = await startPreview();
    const headers = { Origin: 'http://localhost:1' };
    for (const path of ['/customers', '//v1/customers', '/%76%31/customers', '/v1', '/v1/customers']) {
      const { status } = await fetch(origin + path, { headers });
      expect({ path, status }).toEqual({ path, status: 404 });
    }
    for (const path of ['/', '/config.json', LICENSE_DEPLOYMENT_PATH]) {
      const answer = await fetch(origin + path, { headers });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('forwards the report where PARTNER_CENTER_URL says, and keeps the sign-in', async () => {
    const service = await listen(
      (request, response) => response.end(`service: ${request.url}`),
      0,
      '127.0.0.1',
    );
    closing.push(async () => service.server.close());
    vi.stubEnv('PARTNER_CENTER_URL', `http://127.0.0.1:${service.port}`);
    const origin = await startPreview();
    const path = `${LICENSE_DEPLOYMENT_PATH}?x=1`;
    expect(await (await fetch(origin + path)).text()).toBe(`service: ${path}`);
    expect((await fetch(`${origin}/v1/customers`)).status).toBe(404);
    expect((await fetch(`${origin}/identity/jwks`)).status).toBe(200);
    expect((await fetch(`${origin}/emulator/faults`)).status).toBe(404);
  });

  test('does not start with a setting it cannot read', async () => {
    vi.stubEnv('DEMO_ROWS', 'many');
    await expect(preview({ ...configOf(), preview: { port: 0 } })).rejects.toThrow('DEMO_ROWS');
  });
});

test('serves the same on the development server, and starts nothing before it listens', async () => {
  const server = await createServer({ ...configOf(), server: { port: 0, host: '127.0.0.1', hmr: false } });
  closing.push(() => server.close());
  expect(printed).not.toHaveBeenCalled();
  await server.listen();
  const [, port = ''] = /:(\d+)\/$/.exec(await said()) ?? [];
  const origin = `http://127.0.0.1:${port}`;
  expect(await (await fetch(origin)).text()).toContain('<title>App</title>');
  expect((await fetch(`${origin}${LICENSE_DEPLOYMENT_PATH}`)).status).toBe(401);
  expect((await fetch(`${origin}/config.json`)).status).toBe(200);
});
