import type { FullResult, Reporter, Suite, TestCase, TestResult, TestStep } from '@playwright/test/reporter';
import { couldNotBeHad, findRealPart, REAL_PARTS, type RealPart } from './real-parts.ts';

/** The reasons for which a test may be skipped: each real part that is not there. */
const missingParts = (): ReadonlySet<string> =>
  new Set(
    (Object.keys(REAL_PARTS) as RealPart[])
      .filter((part) => findRealPart(part) === undefined)
      .map(couldNotBeHad),
  );

/** Whether the test itself expects something, also in its steps; expectations of fixtures and hooks do not count. */
function asserts({ category, steps }: Pick<TestStep, 'category' | 'steps'>): boolean {
  if (category === 'hook' || category === 'fixture') return false;
  return category === 'expect' || steps.some(asserts);
}

/**
 * A reporter for Playwright that fails a run whose tests were switched off: each test has to expect something, and may
 * be skipped only where a real part is missing. It names every skipped test in a line.
 */
export default function strictReporter(): Reporter {
  const wrong: string[] = [];
  let all: Suite;
  const named = (test: TestCase): string => test.titlePath().filter(Boolean).join(' › ');

  return {
    onBegin(_, suite) {
      all = suite;
    },
    onTestEnd(test: TestCase, { status, steps }: TestResult) {
      if (status === 'passed' && !steps.some(asserts)) wrong.push(`Asserts nothing: ${named(test)}`);
    },
    async onEnd(): Promise<Pick<FullResult, 'status'> | undefined> {
      const reasons = missingParts();
      for (const test of all.allTests().filter((each) => each.outcome() === 'skipped')) {
        const reason = test.annotations.find(({ description = '' }) => reasons.has(description))?.description;
        if (reason === undefined) wrong.push(`Skipped for no reason that counts: ${named(test)}`);
        else console.log(`Skipped, since ${reason}: ${named(test)}`);
      }
      for (const line of wrong) console.log(line);
      return wrong.length === 0 ? undefined : { status: 'failed' };
    },
    printsToStdio: () => true,
  };
}
