import { resolveResetStyleRules, resolveStyleRulesForSlots } from '@griffel/core';
import { describe, expect, test } from 'vitest';
import { sheetOf, withMade } from './styles-ahead.ts';

const [names, rules] = resolveStyleRulesForSlots({ root: { color: 'red', marginTop: '1rem' } });
const made = { names: [names], rules };
const nothing = { names: [{}], rules: {} };

describe('styles that are made before the app runs', () => {
  test('take the place of the calls that make them', () => {
    const code = `import { tokens } from 'x';
import { makeStyles, mergeClasses } from '@griffel/react';
export const useStyles = makeStyles({ root: { color: 'red' } });
const useOthers = makeStyles({});
`;
    expect(withMade(code, [made, nothing])).toBe(`import { tokens } from 'x';
import { mergeClasses, __css } from '@griffel/react';
export const useStyles = __css(${JSON.stringify(names)});
const useOthers = __css({});
`);
  });

  test('are left alone in a module that makes none', () => {
    expect(withMade("import { mergeClasses } from '@griffel/react';", [])).toBeNull();
  });

  test('are refused where nobody knows how often they are made', () => {
    const within = "import { makeStyles } from '@griffel/react'; const look = () => makeStyles({});";
    expect(() => withMade(within, [])).toThrow('elsewhere');
  });

  test('are refused where some were not made', () => {
    const one = "import { makeStyles } from '@griffel/react'; const useStyles = makeStyles({});";
    expect(() => withMade(one, [])).toThrow('Not all');
  });
});

describe('the sheet of all rules', () => {
  test('has each rule once, in the order in which one has to win over another', () => {
    const [, hover] = resolveStyleRulesForSlots({
      root: { '@media print': { color: 'black' }, ':hover': { color: 'blue' }, color: 'red', padding: 0 },
    });
    const [, , reset] = resolveResetStyleRules({ color: 'green' });
    const sheet = sheetOf([{ names: [], rules: hover }, made, { names: [], rules: reset }]);
    expect(sheet.replaceAll(/\.\w+/gu, '.x').split('\n')).toEqual([
      '.x{color:green;}',
      '.x{padding:0;}',
      '.x{color:red;}',
      '.x{margin-top:1rem;}',
      '.x:hover{color:blue;}',
      '@media print{.x{color:black;}}',
    ]);
  });
});
