import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import { listen } from '#emulator/listen.ts';
import { createServices, type ServicesOptions } from '#emulator/services.ts';

/** The local endpoint of a test. */
export type LocalEndpoint = {
  readonly url: string;
  /** Trouble from now on, instead of that before. */
  readonly setFaults: (faults: readonly object[]) => Promise<void>;
  readonly server: Server;
};

/** Starts a local endpoint on a free port. */
export async function startEndpoint(options: ServicesOptions): Promise<LocalEndpoint> {
  const { listener } = await createServices(options);
  const { server, port } = await listen(listener, 0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    server,
    async setFaults(faults) {
      const body = JSON.stringify(faults);
      const headers = { 'Content-Type': 'application/json' };
      const { ok } = await fetch(`${url}/emulator/faults`, { method: 'PUT', headers, body });
      if (!ok) throw new Error('The faults were not taken.');
    },
  };
}

/** How a run of the script ended. */
export type Ended = { readonly code: number | null; readonly out: string; readonly log: string };

export type RunOptions = {
  /** `PARTNER_CENTER_TOKEN`; `token` where it is left out. */
  readonly token?: string;
  /** What stands on standard input. */
  readonly input?: string;
  /** Told what has been logged until now; gives the signal to send then, once. */
  readonly signalAt?: (log: string) => NodeJS.Signals | null;
};

/** Runs a TypeScript file in a process of its own, with its arguments behind it. */
export function runNode(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  { input = '', signalAt = () => null }: Omit<RunOptions, 'token'> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, ...environment },
  });
  let out = '';
  let log = '';
  let isSignalled = false;
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    log += piece.toString();
    const signal = isSignalled ? null : signalAt(log);
    if (signal === null) return;
    isSignalled = true;
    child.kill(signal);
  });
  // It may have ended without reading.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, log }));
  });
}

/** Runs the script, as `npm run export` does. */
export function runExport(
  args: readonly string[],
  { token = 'token', ...options }: RunOptions = {},
): Promise<Ended> {
  return runNode(['src/script/export.ts', ...args], { PARTNER_CENTER_TOKEN: token }, options);
}
