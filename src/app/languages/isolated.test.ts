import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import { defineTexts, textsIn } from '#ui/catalogue.ts';
import { ENGLISH } from '#ui/language.ts';
import { isolatedPack } from './isolated.ts';

test('every argument that is a text is between isolates, and what decides a choice is not', () => {
  const catalogue = defineTexts('none/texts', {
    plain: 'Tenant',
    group: { tenant: 'Tenant {id}' },
    rows: '{rows, plural, one {# row of {place}} other {# rows of {place}}}',
    days: '{days, select, unknown {All} other {All {days}}}',
  });
  const texts = textsIn(catalogue, {
    ...ENGLISH,
    ...isolatedPack({
      messagesOf: () => ({
        plain: 'Tenant',
        group: { tenant: compile('Tenant {id}') },
        rows: compile('{rows, plural, one {# row of {place}} other {# rows of {place}}}'),
        days: compile('{days, select, unknown {All} other {All {days}}}'),
      }),
    }),
  });
  expect(texts.plain).toBe('Tenant');
  expect(texts.group.tenant({ id: '1-2' })).toBe('Tenant \u20681-2\u2069');
  expect(texts.rows({ rows: 1234, place: 'A' })).toBe('1,234 rows of \u2068A\u2069');
  expect(texts.days({ days: 'unknown' })).toBe('All');
  expect(texts.days({ days: '3' })).toBe('All \u20683\u2069');
});

test('a catalogue that the language does not have stays as it is', () => {
  expect(isolatedPack({ messagesOf: () => undefined as never }).messagesOf('none/texts', {})).toBeUndefined();
});
