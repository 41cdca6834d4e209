import { spawn } from 'node:child_process';
import { freePort } from '#e2e/support/server.ts';

/** Starts the local endpoint in a process of its own, without sign-in, with so many rows. */
export async function startEndpointProcess(
  rows: number,
): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'emulator/cli.ts', '--port', String(port), '--rows', String(rows), '--auth', 'off'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((resolve, reject) => {
    // It says where it is once it is there.
    child.stdout.once('data', () => resolve());
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The endpoint ended with ${code}.`)));
  });
  child.stdout.resume();
  return { origin: `http://localhost:${port}`, stop: () => child.kill() };
}
