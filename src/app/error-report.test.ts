import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PartnerCenterError, partnerCenterErrorOf, type ErrorKind } from '#partner-center/error.ts';
import { reportOf, type Page, type ReportedAs } from './error-report.ts';

const FOLDER = 'https://licenses.example/lens/';
const page: Page = { version: '1.2.3', commit: 'abc', address: `${FOLDER}?view=trend`, folder: FOLDER };
const ID = '0F8FAD5B-D9CB-469F-A165-70867728950E';

/** An error with a stack as Chromium writes it. */
function errorWith(error: Error, calls: string): Error {
  error.stack = `${error.name}: ${error.message}\n${calls}`;
  return error;
}

test('an error of the page says where it happened and what is always said of it', () => {
  const error = errorWith(
    new TypeError("Cannot read properties of undefined (reading 'Contoso')"),
    `    at Contoso (${FOLDER}assets/index-B2x_9-aB.js:12:345)\n    at ${FOLDER}assets/rows-abcdefgh.js:1:2`,
  );
  expect(reportOf(error, 'notDrawn', page)).toEqual({
    version: '1.2.3',
    commit: 'abc',
    as: 'notDrawn',
    view: 'trend',
    name: 'TypeError',
    said: 'Cannot read properties of undefined',
    at: ['index-B2x_9-aB.js:12:345', 'rows-abcdefgh.js:1:2'],
    kind: null,
    status: null,
    requestId: null,
    correlationId: null,
  });
});

test('Firefox and Safari write stacks of their own, and React has numbers', () => {
  const error = new Error('Minified React error #185; visit https://react.dev/errors/185?args[]=Contoso');
  error.stack = `render@${FOLDER}assets/index-B2x_9-aB.js:12:345\n@${FOLDER}assets/rows-abcdefgh.js:1:2\n`;
  expect(reportOf(error, 'thrown', page)).toMatchObject({
    said: 'Minified React error #185',
    at: ['index-B2x_9-aB.js:12:345', 'rows-abcdefgh.js:1:2'],
  });
});

test('an answer of the service has its kind, its status and both ids', () => {
  const error = new PartnerCenterError({
    kind: 'unreadableResponse',
    status: 200,
    code: 'Contoso',
    description: 'Contoso',
    requestId: ID,
    correlationId: 'Contoso',
  });
  expect(reportOf(error, 'notAnswered', page)).toMatchObject({
    name: 'PartnerCenterError',
    said: null,
    kind: 'unreadableResponse',
    status: 200,
    requestId: ID,
    correlationId: null,
  });
});

test('a mistake of ours is told by the error that it was', () => {
  const error = partnerCenterErrorOf(new RangeError('Invalid array length'));
  expect(reportOf(error, 'notAnswered', page)).toMatchObject({
    kind: 'unexpected',
    name: 'RangeError',
    said: 'Invalid array length',
  });
});

test.for(['network', 'signInNeeded', 'stepUpNeeded'] satisfies ErrorKind[])('%s is no fault', (kind) => {
  expect(reportOf(new PartnerCenterError({ kind, description: '' }), 'notAnswered', page)).toBeNull();
});

test('what was given up is no fault, and whatever was thrown is one', () => {
  expect(reportOf(new DOMException('', 'AbortError'), 'rejected', page)).toBeNull();
  expect(reportOf('Contoso', 'rejected', page)).toMatchObject({ name: 'Error', said: null, at: [] });
  expect(reportOf(undefined, 'rejected', { ...page, address: 'Contoso' })).toMatchObject({ view: null });
});

/** What may stand in an error's texts and must not leave the page. */
const secret = fc.oneof(
  fc.stringMatching(/^eyJ[\w-]{20,40}\.[\w-]{20,40}\.[\w-]{20,40}$/u),
  fc.stringMatching(/^[A-Z][a-z]{4,9} (?:& )?[A-Z][a-z]{4,9} (?:GmbH|Ltd|Inc)$/u),
  fc.stringMatching(/^customerName eq '[A-Z][a-z]{4,9} [A-Z][a-z]{4,9}'$/u),
  fc.stringMatching(/^[\p{Lu}\p{Ll}]{9,20}$/u),
);

/** Texts with the secret in them, some of them as browsers write them. */
const textWith = (hidden: string) =>
  fc.oneof(
    fc.constantFrom(
      hidden,
      `${hidden} is not a function`,
      `${hidden} is undefined`,
      `Cannot read properties of undefined (reading '${hidden}')`,
      `Unexpected token 'C', "${hidden}" is not valid JSON`,
      `Minified React error #31; visit https://react.dev/errors/31?args[]=${hidden}`,
      `Failed to fetch dynamically imported module: ${FOLDER}assets/${hidden}`,
      `first line\n    at x (${FOLDER}assets/${hidden}-abcdefgh.js:1:2)`,
    ),
    fc.tuple(fc.string(), fc.string()).map(([before, after]) => `${before}${hidden}${after}`),
  );

const KINDS = [
  'unexpected',
  'invalidRequest',
  'unavailable',
  'interrupted',
  'roleMissing',
] satisfies ErrorKind[];
const AS = ['thrown', 'rejected', 'notDrawn', 'notAnswered'] satisfies ReportedAs[];

test('whatever texts of an error, of its stack, of the service or of the address hold, none of it is reported', () => {
  const sample = secret.chain((hidden) =>
    fc.record({
      hidden: fc.constant(hidden),
      texts: fc.array(textWith(hidden), { minLength: 6, maxLength: 6 }),
      kind: fc.constantFrom(...KINDS),
      as: fc.constantFrom(...AS),
      isAnswer: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(sample, ({ hidden, texts, kind, as, isAnswer }) => {
      const [message = '', name = '', call = '', description = '', code = '', view = ''] = texts;
      const own = errorWith(
        Object.assign(new Error(message), { name }),
        `    at ${call.replaceAll(/\s/gu, ' ')} (${FOLDER}assets/index-B2x_9-aB.js:1:2)\n    at ${FOLDER}?filter=${call}:1:2`,
      );
      const answer = new PartnerCenterError({
        kind,
        code,
        description,
        status: 500,
        requestId: code,
        correlationId: description,
        claims: JSON.stringify({ essential: message }),
        cause: own,
      });
      const search = new URLSearchParams({ filter: message, search: hidden, view });
      const report = reportOf(isAnswer ? answer : own, as, {
        ...page,
        address: `${FOLDER}?${search}#${hidden}`,
      });
      const written = JSON.stringify(report);
      expect(written).not.toContain(hidden);
      expect(written).not.toContain(encodeURIComponent(hidden));
      expect(written).not.toContain(JSON.stringify(hidden).slice(1, -1));
    }),
  );
});
