import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEndpointProcess } from './endpoint-process.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** The script beside `curl`, which fetches the same pages over one connection and keeps nothing. Milliseconds. */
export type ScriptTimes = {
  readonly rows: number;
  readonly curl: Spread;
  readonly script: Spread;
  /** The most memory that the script held, in megabytes; null where the system does not tell. */
  readonly megabytes: number | null;
};

export type ScriptOptions = {
  readonly rows: number;
  readonly repeat: number;
  readonly say: (line: string) => void;
};

const ENOUGH_TIMES = 3;
const PATH = '/v1/analytics/commercial/deployment/license/?top=10000';

/** The addresses of all pages, each as the one before it says. */
async function addressesOf(origin: string): Promise<readonly string[]> {
  const addresses: string[] = [];
  for (let next: string | null = PATH; next !== null;) {
    const address: string = new URL(next, origin).href;
    addresses.push(address);
    const response = await fetch(address);
    next = ((await response.json()) as { readonly '@nextLink': string | null })['@nextLink'];
  }
  return addresses;
}

/** The most memory that a process has held until now, in megabytes; null where the system does not tell. */
function mostHeld(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s*(?<kb>\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return kilobytes === null ? null : Number(kilobytes.groups?.['kb']) / 1000;
  } catch {
    return null;
  }
}

/** Runs a program to its end, and watches its memory. */
function timed(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly ms: number; readonly megabytes: number | null }> {
  const start = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: 'ignore' });
  let megabytes: number | null = null;
  const watch = setInterval(() => {
    megabytes = child.pid === undefined ? null : (mostHeld(child.pid) ?? megabytes);
  }, 50);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ ms: performance.now() - start, megabytes });
      else reject(new Error(`${program} ended with ${code}.`));
    });
  });
}

/**
 * Writes all rows of a snapshot with the script, and has `curl` fetch the same pages, by turns.
 *
 * @throws Error where there is no `curl`, or the file has other rows than the snapshot
 */
export async function measureScript({ rows, repeat, say }: ScriptOptions): Promise<ScriptTimes> {
  const endpoint = await startEndpointProcess(rows);
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  const out = join(folder, 'rows.csv');
  try {
    const addresses = await addressesOf(endpoint.origin);
    const discarded = addresses.flatMap((address) => ['--output', '/dev/null', address]);
    const curl: number[] = [];
    const script: number[] = [];
    let most: number | null = null;
    for (let round = 0; round < Math.min(repeat, ENOUGH_TIMES); round += 1) {
      const fetched = await timed('curl', ['--silent', '--fail', '--compressed', ...discarded]);
      const args = ['--import', 'tsx', 'src/script/export.ts', '--base-url', endpoint.origin, '--out', out];
      const written = await timed(process.execPath, args, { PARTNER_CENTER_TOKEN: 'token' });
      const lines = readFileSync(out).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
      // The demo's names hold no line breaks.
      if (lines !== rows + 1) throw new Error(`The file has ${lines - 1} rows, the snapshot ${rows}.`);
      curl.push(fetched.ms);
      script.push(written.ms);
      most = written.megabytes === null ? most : Math.max(most ?? 0, written.megabytes);
      say(
        `${rows} rows, curl ${fetched.ms.toFixed(0)} ms, the script ${written.ms.toFixed(0)} ms, ${most?.toFixed(0) ?? '–'} MB`,
      );
    }
    return { rows, curl: spreadOf(curl), script: spreadOf(script), megabytes: most };
  } finally {
    endpoint.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
