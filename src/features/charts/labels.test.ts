import { expect, test } from 'vitest';
import { textsIn } from '#ui/catalogue.ts';
import { formatFor } from '#ui/format.ts';
import { ENGLISH } from '#ui/language.ts';
import { barLabel, memberName, memberNames, spokenLabel, tooltipLabel } from './labels.ts';
import { texts } from './texts.ts';

const t = textsIn(texts, ENGLISH);
const format = formatFor(ENGLISH);
const usual = { licensesSold: 2000, licensesDeployed: 1234 };
const over = { licensesSold: 100, licensesDeployed: 156 };
const unsold = { licensesSold: 0, licensesDeployed: 12 };

test('a bar is labelled with both counts and the utilization', () => {
  expect(barLabel(usual, 'licensesSold', t, format)).toEqual({ amounts: '1,234 of 2,000', result: '61.7%' });
  expect(barLabel(usual, 'utilization', t, format).result).toBe('61.7%');
});

test('ranked by what is not deployed, that is the result; below zero it reads over-deployed', () => {
  expect(barLabel(usual, 'licensesNotDeployed', t, format).result).toBe('766 not deployed');
  expect(barLabel(over, 'licensesNotDeployed', t, format).result).toBe('−56 over-deployed');
  const all = { licensesSold: 7, licensesDeployed: 7 };
  expect(barLabel(all, 'licensesNotDeployed', t, format).result).toBe('0 not deployed');
});

test('the utilization of nothing sold is a dash, in words too', () => {
  expect(barLabel(unsold, 'licensesSold', t, format)).toEqual({ amounts: '12 of 0', result: '—' });
  expect(spokenLabel(unsold, 'utilization', t, format)).toBe('12 of 0 deployed, —');
});

test('a bar’s button is named by what a click does and what the bar shows', () => {
  const figures = spokenLabel(usual, 'licensesSold', t, format);
  expect(t.filterBy({ member: 'Microsoft 365 E3', figures })).toBe(
    'Filter by Microsoft 365 E3: 1,234 of 2,000 deployed, 61.7%',
  );
});

test('the tooltip has the whole name and what is not deployed, whatever is ranked by', () => {
  expect(tooltipLabel('A & <b>B</b>', over, t, format)).toBe(
    'A & <b>B</b>\n156 of 100 deployed, 156.0%\n−56 over-deployed',
  );
});

test('names are shown as they are; no value and nothing to see are told apart', () => {
  for (const name of ['<b>x</b>', '=1+1', 'שלום', '🚀', '…']) expect(memberName(name, t)).toBe(name);
  expect(memberName(null, t)).toBe('(no value)');
  for (const name of ['', '  ', '\u200B', '\u202E']) expect(memberName(name, t)).toBe('(blank)');
});

test('members that have labels are called by them, equal ones apart, and by their value without one', () => {
  const group = (id: string | null, label?: string | null) => ({
    key: [id],
    ...(label === undefined ? {} : { label }),
    licensesSold: 1,
    licensesDeployed: 0,
  });
  const nameOf = memberNames(
    [
      group('4f9d7df5-8ebd', 'Contoso'),
      group('7bb1c0de-0001', 'Contoso'),
      group('e0000000-0001', 'Fabrikam'),
      group('00000000-0001', null),
      group(null, 'Nobody'),
    ],
    t,
  );
  expect(['4f9d7df5-8ebd', '7bb1c0de-0001', 'e0000000-0001', '00000000-0001', null].map(nameOf)).toEqual([
    'Contoso (4f9d7df5)',
    'Contoso (7bb1c0de)',
    'Fabrikam',
    '00000000-0001',
    '(no value)',
  ]);
  expect(memberNames([group('reseller'), group('')], t)('reseller')).toBe('reseller');
  expect(memberNames([group('reseller'), group('')], t)('')).toBe('(blank)');
});
