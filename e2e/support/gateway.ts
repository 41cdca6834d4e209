import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { filesOf } from '#deploy/files.ts';
import { EXAMPLE_PLACE, siteOf, type Site } from '#deploy/site.ts';
import { createAuthority } from './certificate.ts';
import { findRealPart, type GatewayPart } from './real-parts.ts';
import { freePort } from './server.ts';
import { headersOf } from './service.ts';

/** The answer of a gateway. */
export type Answer = {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The values of all headers with a name; empty where there is none. */
  readonly valuesOf: (name: string) => readonly string[];
  readonly body: Buffer;
  /** Whether the body came in full. */
  readonly complete: boolean;
};

export type Question = {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
  /** Is given each piece of the body as it comes. */
  readonly onPiece?: (piece: Buffer) => void;
};

/** Ways to speak with a server of this computer, correct or not. */
export type Line = {
  /** Asks for a path, which is sent unchanged. Rejects where no answer comes. */
  readonly ask: (path: string, question?: Question) => Promise<Answer>;
  /** Sends some bytes and gives the bytes that come back until the other side closes. */
  readonly send: (bytes: string) => Promise<string>;
};

export type Gateway = Line & { readonly origin: string; readonly stop: () => void };

/** A line to an origin such as `http://localhost:1234`. `ca` is the certificate of the authority to trust, as PEM. */
export function lineTo(origin: string, ca?: string): Line {
  const { hostname: host, port, protocol } = new URL(origin);
  const open = protocol === 'https:' ? httpsRequest : httpRequest;
  return {
    ask: async (path, { body, onPiece, ...question } = {}) => {
      const outgoing = open({ ...question, host, port, path, ca, agent: false }).end(body);
      const [message] = (await once(outgoing, 'response')) as [IncomingMessage];
      const pieces: Buffer[] = [];
      message.on('data', (piece: Buffer) => {
        pieces.push(piece);
        onPiece?.(piece);
      });
      await new Promise<void>((resolve) => {
        message.once('close', resolve).once('error', () => undefined);
      });
      const headers = headersOf(message);
      return {
        status: message.statusCode ?? 0,
        headers,
        valuesOf: (wanted) =>
          headers.flatMap(([name, value]) => (name.toLowerCase() === wanted.toLowerCase() ? [value] : [])),
        body: Buffer.concat(pieces),
        complete: message.complete,
      };
    },
    send: async (bytes) => {
      const place = { host, port: Number(port) };
      const socket: Socket = protocol === 'https:' ? connectTls({ ...place, ca }) : connect(place);
      let text = '';
      socket.on('data', (piece: Buffer) => (text += piece.toString('latin1')));
      // A connection that is closed by an error may have given its answer before.
      socket.on('error', () => undefined);
      socket.write(bytes, 'latin1');
      await new Promise<void>((resolve) => {
        socket.once('close', () => resolve());
      });
      return text;
    },
  };
}

export type GatewayOptions = {
  /** The origin of the service, which has the report. */
  readonly service: string;
  /** The file with the certificates of trusted authorities. */
  readonly trusted?: string;
  /** The folder with the built files. */
  readonly root: string;
  /** The port of the name server at 127.0.0.1, for nginx; Caddy asks the system. */
  readonly nameServer?: number;
  /** The `config.json` that the gateway's file is written for, and the folder of the host; those of `deploy/` unless set. */
  readonly config?: unknown;
  readonly folder?: string;
  /** How long the service may send nothing, such as `1s`. */
  readonly silence?: string;
};

type Command = {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly origin: string;
  readonly ca?: string;
};

/** The site that a gateway serves: without options, the one of `deploy/`, as a test of its own holds. */
function siteFor({ config, folder = EXAMPLE_PLACE.folder }: GatewayOptions): Site {
  const example: unknown = JSON.parse(readFileSync('deploy/config.example.json', 'utf8'));
  return siteOf(config ?? example, { ...EXAMPLE_PLACE, folder });
}

/** The Caddyfile with its variables; all that is added is what keeps two of them on one computer apart. */
function caddyCommand(options: GatewayOptions, port: number, folder: string): Command {
  const { service, trusted, root, silence } = options;
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n}\n${filesOf(siteFor(options)).Caddyfile}`);
  const origin = `http://localhost:${port}`;
  return {
    args: ['run', '--config', file, '--adapter', 'caddyfile'],
    environment: {
      SITE: origin,
      SERVICE: service,
      ROOT: root,
      ...(silence === undefined ? {} : { SILENCE: silence }),
      ...(trusted === undefined ? {} : { SSL_CERT_FILE: trusted }),
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
    },
    origin,
  };
}

type Replacements = readonly (readonly [written: string, value: string | undefined])[];

/**
 * The file of nginx with what it says is to be replaced, and another port and patience, included in the shortest
 * `http` block that can be had without being root.
 */
function nginxCommand(options: GatewayOptions, port: number, folder: string): Command {
  const { service, trusted, root, nameServer, silence } = options;
  const own = createAuthority();
  const { key, cert } = own.certify(['localhost']);
  writeFileSync(join(folder, 'localhost.key'), key);
  writeFileSync(join(folder, 'localhost.pem'), cert);
  const site = siteFor(options);
  const forwarding: Replacements =
    site.service === null
      ? []
      : [
          [
            'resolver 127.0.0.53',
            nameServer === undefined ? undefined : `resolver 127.0.0.1:${nameServer} ipv6=off`,
          ],
          ['/etc/ssl/certs/ca-certificates.crt', trusted],
          [new URL(site.service).host, new URL(service).host],
          ['proxy_read_timeout 120s', silence === undefined ? undefined : `proxy_read_timeout ${silence}`],
        ];
  const replacements: Replacements = [
    ['/etc/ssl/licenses.contoso.example', join(folder, 'localhost')],
    ['licenses.contoso.example', 'localhost'],
    ['listen 443', `listen 127.0.0.1:${port}`],
    ['/srv/license-lens', root],
    ...forwarding,
  ];
  let text = filesOf(site)['nginx.conf'];
  for (const [written, value] of replacements) {
    if (!text.includes(written)) throw new Error(`The file of nginx has no ${written} any more.`);
    if (value !== undefined) text = text.replaceAll(written, value);
  }
  writeFileSync(join(folder, 'license-lens.conf'), text);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join(' ');
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; master_process off; pid ${join(folder, 'pid')}; error_log stderr;
events {}
http {
  access_log off; ${temporary}
  types { text/html html; text/css css; application/javascript js; application/json json; image/svg+xml svg; }
  include ${join(folder, 'license-lens.conf')};
}
`,
  );
  return {
    args: ['-e', 'stderr', '-c', file],
    environment: {},
    origin: `https://localhost:${port}`,
    ca: own.cert,
  };
}

const COMMANDS = { Caddy: caddyCommand, nginx: nginxCommand };

/** Resolves when a server answers. Rejects with the output of the program where it ended before. */
async function answers({ send }: Line, ended: Promise<string>): Promise<void> {
  let said: string | undefined;
  void ended.then((text) => (said = text));
  while (said === undefined) {
    if ((await send('HEAD / HTTP/1.0\r\n\r\n')) !== '') return;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error(`It ended before it was there: ${said}`);
}

/** Starts the real gateway with the configuration of `deploy/`. Rejects where it does not start. */
export async function startGateway(part: GatewayPart, options: GatewayOptions): Promise<Gateway> {
  const program = findRealPart(part);
  if (program === undefined) throw new Error(`There is no ${part}.`);
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const { args, environment, origin, ca } = COMMANDS[part](options, await freePort(), folder);
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const stop = (): void => {
    process.off('exit', stop);
    // It is killed, because Caddy would otherwise wait for those who are still connected.
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  const line = lineTo(origin, ca);
  await answers(
    line,
    once(child, 'exit').then(() => said),
  );
  return { ...line, origin, stop };
}
