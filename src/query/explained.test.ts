import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW, type Explained, type View } from '#view/view.ts';
import { chartQuestion } from './asking.ts';
import { isComparable, placeOf, questionBehind, type QuestionBehind } from './explained.ts';
import { comparedRowsQuestion, membersQuestion } from './use-comparison.ts';

const GROUPED: View = { ...DEFAULT_VIEW, groupby: ['channel'], page: 3 };
const behind = (about: Explained, view: View = GROUPED, isCompared = false): QuestionBehind => {
  const question = questionBehind(about, view, isCompared);
  if (question === 'trend') throw new Error('A question of days.');
  return question;
};

test('each figure and column has its place', () => {
  const places = (
    [
      'totalSold',
      'totalDeployed',
      'totalNotDeployed',
      'totalUtilization',
      'customers',
      'utilizationOverCustomers',
      'deployedVersusSold',
      'movers',
      'idleLicenses',
      'trend',
      'licensesSold',
      'idle',
    ] as const
  ).map((about) => placeOf(about, DEFAULT_VIEW));
  expect(places).toEqual([
    ...Array.from({ length: 6 }, () => 'figures'),
    'chart',
    'movers',
    'list',
    'trend',
    'rows',
    'rows',
  ]);
  // The columns of a trend are of its days.
  expect(placeOf('licensesSold', { view: 'trend' })).toBe('trend');
});

test('what is of one snapshot alone is not compared', () => {
  expect(isComparable('totalSold', { view: 'overview' })).toBe(true);
  expect(isComparable('licensesSold', { view: 'overview' })).toBe(true);
  expect(isComparable('totalSold', { view: 'customer' })).toBe(true);
  expect(isComparable('licensesSold', { view: 'customer' })).toBe(false);
  expect(isComparable('trend', { view: 'overview' })).toBe(false);
  expect(isComparable('idleLicenses', { view: 'overview' })).toBe(false);
  expect(isComparable('totalSold', { view: 'opportunities' })).toBe(false);
});

describe('the question behind', () => {
  test('figures is the summary', () => {
    expect(behind('totalSold')).toEqual({ origin: 'summary', asked: { about: 'summary' } });
  });

  test('a trend says it itself', () => {
    expect(questionBehind('trend', GROUPED, false)).toBe('trend');
    expect(questionBehind('licensesSold', { ...GROUPED, view: 'trend' }, false)).toBe('trend');
  });

  test('the chart and the movers is that of the members', () => {
    expect(behind('deployedVersusSold')).toEqual({
      origin: 'members',
      asked: { about: 'groups', question: chartQuestion(GROUPED) },
    });
    const byIdle: View = { ...GROUPED, measure: 'idle' };
    expect(behind('deployedVersusSold', byIdle)).toEqual({
      origin: 'pairs',
      asked: { about: 'groups', question: chartQuestion(byIdle) },
    });
    expect(behind('movers')).toEqual({
      origin: 'members',
      asked: { about: 'groups', question: membersQuestion(GROUPED) },
    });
  });

  test('the list of idle licenses is the first page of its opportunities', () => {
    const { origin, asked } = behind('idleLicenses', { ...GROUPED, groupby: [], spare: 2, minIdle: 5 });
    expect(origin).toBe('pairs');
    expect(asked).toMatchObject({
      about: 'page',
      question: {
        groupby: ['customerTenantId', 'customerName'],
        spare: 2,
        thresholds: { minIdle: 5 },
        offset: 0,
        readAll: false,
      },
    });
  });

  test('a column is that of the page of rows that is looked at', () => {
    expect(behind('licensesSold', { ...GROUPED, groupby: [] })).toMatchObject({
      origin: 'rows',
      asked: { about: 'page', question: { groupby: [], offset: 200 } },
    });
    const ofGroups = behind('licensesSold');
    expect(ofGroups).toMatchObject({
      origin: 'groups',
      asked: { about: 'page', question: { groupby: ['channel'], offset: 200, readAll: false } },
    });
    expect(ofGroups.asked).not.toHaveProperty('question.spare');
    expect(behind('idle', { ...GROUPED, spare: 2 })).toMatchObject({
      origin: 'pairs',
      asked: { about: 'page', question: { spare: 2 } },
    });
  });

  test('a column of two snapshots is that of their groups', () => {
    expect(behind('licensesSold', GROUPED, true)).toEqual({
      origin: 'groups',
      asked: { about: 'groups', question: comparedRowsQuestion(GROUPED, 3) },
    });
    const byIdle: View = { ...GROUPED, sort: [{ field: 'changeIdle', descending: true }] };
    expect(behind('licensesSold', byIdle, true).origin).toBe('pairs');
  });
});
