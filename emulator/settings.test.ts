import { expect, test } from 'vitest';
import { STRICT } from './behaviour.ts';
import { SettingError, settingsFromArguments, settingsFromEnvironment } from './settings.ts';

const given = (settings: object): object =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

test('reads the environment, where empty is unset', () => {
  expect(
    given(
      settingsFromEnvironment({
        DEMO_ROWS: '1000000',
        DEMO_SEED: 'x',
        DEMO_SERVICE: 'strict',
        DEMO_TOKEN_LIFETIME: '60',
        PARTNER_CENTER_URL: 'https://api.example.com',
      }),
    ),
  ).toEqual({
    rows: 1_000_000,
    seed: 'x',
    behaviour: STRICT,
    accessTokenLifetime: 60,
    partnerCenterUrl: 'https://api.example.com',
  });
  expect(given(settingsFromEnvironment({ DEMO_ROWS: '', PARTNER_CENTER_URL: '' }))).toEqual({});
});

test('reads the arguments', () => {
  const args = ['--port', '0', '--rows', '5', '--seed', '7', '--auth', 'off', '--next-link=absolute'];
  const { port, options } = settingsFromArguments(args);
  expect(port).toBe(0);
  expect(given(options)).toEqual({ rows: 5, seed: '7', auth: 'off', nextLink: 'absolute' });
  expect(settingsFromArguments([]).port).toBe(8_080);
});

test.each([
  [['--rows', '1000001'], '--rows has to be a whole number from 0 to 1000000'],
  [['--rows', '1e3'], '--rows'],
  [['--port', '70000'], '--port'],
  [['--auth', 'maybe'], '--auth has to be one of on, off'],
  [['--service', 'severe'], "--service: 'severe' is neither"],
  [['--prot', '1'], '--prot'],
  [['stray'], 'stray'],
])('says what is wrong with %j', (args, part) => {
  expect(() => settingsFromArguments(args)).toThrow(SettingError);
  expect(() => settingsFromArguments(args)).toThrow(part);
});

test.each([
  [{ DEMO_ROWS: 'many' }, 'DEMO_ROWS'],
  [{ DEMO_SERVICE: 'strict,paging=x' }, 'DEMO_SERVICE: paging has to be'],
  [{ PARTNER_CENTER_URL: 'api.example.com' }, 'PARTNER_CENTER_URL'],
  [{ PARTNER_CENTER_URL: 'ftp://example.com' }, 'PARTNER_CENTER_URL'],
])('says what is wrong with %j', (env, part) => {
  expect(() => settingsFromEnvironment(env)).toThrow(part);
});
