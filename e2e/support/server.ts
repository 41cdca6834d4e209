import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import process from 'node:process';

/** A port that no program uses now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}

export type Server = { readonly origin: string; readonly stop: () => void };

/**
 * Serves the built app with its local sign-in and endpoint, as `npm start` does after building, on a port of its own:
 * so the faults that one test sets at the endpoint meet no other test.
 */
export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<Server> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn('npm', ['run', '--silent', 'preview'], {
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // It is a process group of its own, so that the programs that npm starts end with it.
    detached: true,
  });
  const stop = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid);
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', stop);
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer): void => {
      said += text.toString();
      // This is the line that a person waits for, too.
      if (said.includes(origin)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The server ended before it was there: ${said}`)));
  });
  return { origin, stop };
}
