import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as askOver, Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createAuthority } from '#e2e/support/certificate.ts';
import { startGateway } from '#e2e/support/gateway.ts';
import { startService } from '#e2e/support/service.ts';
import { demoPages } from './demo-pages.ts';

/** What one request took of the gateway, on average. */
export type GatewayTimes = {
  /** Milliseconds of the processor. */
  readonly cpu: number;
  /** Bytes of the body as it was sent. */
  readonly bytes: number;
};

const REPORT = '/v1/analytics/commercial/deployment/license/?top=10000';
/** As many at once as a page has on their way. */
const AT_ONCE = 8;
/** So that it ends: some seconds of work. */
const REQUESTS = 400;

/** Milliseconds that a process has had of the processor, by Linux's count of hundredths of a second. */
function cpuOf(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /u, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The process that a gateway is: the newest Caddy of this machine. */
function newestCaddy(): string {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'caddy';
      } catch {
        // It has ended meanwhile.
        return false;
      }
    })
    .toSorted((a, b) => Number(a) - Number(b))
    .at(-1);
  if (found === undefined) throw new Error('No Caddy is running.');
  return found;
}

/**
 * What the real Caddy, with the file of `deploy/`, takes of one core to forward a full page of the report over TLS to the
 * service, and to serve the page's largest file. Linux only.
 */
export async function measureGateway(): Promise<{
  readonly report: GatewayTimes;
  readonly file: GatewayTimes;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
  const authority = createAuthority();
  const trusted = join(folder, 'authority.pem');
  writeFileSync(trusted, authority.cert);
  const service = await startService(authority.certify(['localhost']));
  const [page = new Uint8Array()] = demoPages(10_000);
  const body = gzipSync(page);
  service.answerWith((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
    response.end(body);
  });
  const gateway = await startGateway('Caddy', {
    service: `https://localhost:${service.port}`,
    root: 'dist',
    trusted,
  });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const ask = (path: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { 'Accept-Encoding': 'gzip', Authorization: 'Bearer none', Accept: 'application/json' };
      askOver(`${gateway.origin}${path}`, { agent, headers }, (response) => {
        if (response.statusCode !== 200)
          reject(new Error(`${path} was answered with ${response.statusCode}.`));
        let bytes = 0;
        response.on('data', (piece: Buffer) => (bytes += piece.length));
        response.on('end', () => resolve(bytes));
        response.on('error', reject);
      })
        .on('error', reject)
        .end();
    });
  async function measure(path: string): Promise<GatewayTimes> {
    const pid = newestCaddy();
    const bytes = await ask(path);
    const before = cpuOf(pid);
    let left = REQUESTS;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while ((left -= 1) >= 0) await ask(path);
      }),
    );
    return { cpu: (cpuOf(pid) - before) / REQUESTS, bytes };
  }
  try {
    const largest = readdirSync('dist/assets')
      .filter((name) => name.endsWith('.js'))
      .toSorted((a, b) => readFileSync(`dist/assets/${a}`).length - readFileSync(`dist/assets/${b}`).length)
      .at(-1);
    return { report: await measure(REPORT), file: await measure(`/assets/${largest}`) };
  } finally {
    agent.destroy();
    gateway.stop();
    service.stop();
    rmSync(folder, { recursive: true });
  }
}
