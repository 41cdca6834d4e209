import { parseArgs } from 'node:util';
import { readBehaviour, type Behaviour } from './behaviour.ts';
import { MAX_DEMO_ROWS } from './demo-data.ts';
import type { ServicesOptions } from './services.ts';

/** A setting that cannot be read; the message says which one and what is expected. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** A whole number from `from` to `to`. `name` is what the person wrote it after. */
function wholeNumber(name: string, text: string, from: number, to: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new SettingError(`${name} has to be a whole number from ${from} to ${to}, not '${text}'.`);
}

/** One of the words allowed. */
function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === text);
  if (found !== undefined) return found;
  throw new SettingError(`${name} has to be one of ${allowed.join(', ')}, not '${text}'.`);
}

function webAddress(name: string, text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol === 'http:' || protocol === 'https:') return text;
  throw new SettingError(`${name} has to be an address such as https://api.example.com, not '${text}'.`);
}

const A_DAY = 86_400;

/** Rows of the latest snapshot. */
const rowsSetting = (name: string, text: string): number => wholeNumber(name, text, 0, MAX_DEMO_ROWS);

/** The seconds for which an access token is valid. */
const tokenLifetimeSetting = (name: string, text: string): number => wholeNumber(name, text, 1, A_DAY);

function behaviourSetting(name: string, text: string): Behaviour {
  const read = readBehaviour(text);
  if ('sentence' in read) throw new SettingError(`${name}: ${read.sentence}`);
  return read;
}

type Parse<T> = (name: string, text: string) => T;

/**
 * The settings in the environment: `DEMO_ROWS`, `DEMO_SEED`, `DEMO_SERVICE` (see `readBehaviour`),
 * `DEMO_TOKEN_LIFETIME` (seconds), `PARTNER_CENTER_URL`. An empty one counts as not set. Throws a `SettingError`.
 */
export function settingsFromEnvironment(env: Readonly<Record<string, string | undefined>>): ServicesOptions {
  const read = <T>(name: string, parse: Parse<T>): T | undefined => {
    const text = env[name] ?? '';
    return text === '' ? undefined : parse(name, text);
  };
  return {
    rows: read('DEMO_ROWS', rowsSetting),
    seed: read('DEMO_SEED', (_, text) => text),
    behaviour: read('DEMO_SERVICE', behaviourSetting),
    accessTokenLifetime: read('DEMO_TOKEN_LIFETIME', tokenLifetimeSetting),
    partnerCenterUrl: read('PARTNER_CENTER_URL', webAddress),
  };
}

/** How to call the emulator, for a person who called it in another way. */
export const USAGE =
  'Usage: npm run emulator -- [--port 8080] [--rows 20000] [--seed text] [--auth on|off] ' +
  '[--service lenient|strict[,name=value…]] [--next-link relative|absolute] [--token-lifetime seconds]';

const TEXT = { type: 'string' } as const;

function parsed(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: TEXT,
        rows: TEXT,
        seed: TEXT,
        auth: TEXT,
        service: TEXT,
        'next-link': TEXT,
        'token-lifetime': TEXT,
      },
    }).values;
  } catch (error) {
    throw new SettingError(error instanceof Error ? error.message : String(error));
  }
}

/** The settings in the arguments of `npm run emulator`. Port 0 is any free one. Throws a `SettingError`. */
export function settingsFromArguments(args: readonly string[]): {
  readonly port: number;
  readonly options: ServicesOptions;
} {
  const values = parsed(args);
  const read = <T>(name: string, parse: Parse<T>): T | undefined => {
    const text = values[name];
    return text === undefined ? undefined : parse(`--${name}`, text);
  };
  return {
    port: read('port', (name, text) => wholeNumber(name, text, 0, 65_535)) ?? 8_080,
    options: {
      rows: read('rows', rowsSetting),
      seed: read('seed', (_, text) => text),
      auth: read('auth', (name, text) => oneOf(name, text, ['on', 'off'])),
      behaviour: read('service', behaviourSetting),
      nextLink: read('next-link', (name, text) => oneOf(name, text, ['relative', 'absolute'])),
      accessTokenLifetime: read('token-lifetime', tokenLifetimeSetting),
    },
  };
}
