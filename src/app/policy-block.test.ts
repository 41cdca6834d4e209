import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { policyBlock } from './policy-block.ts';
import { hearPolicy, policyViolations } from './policy.ts';

beforeEach(() => {
  policyViolations.length = 0;
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
});

test('tells of the last request that the policy did not let out, without its question', () => {
  const page = new EventTarget();
  vi.stubGlobal('document', page);
  hearPolicy();
  expect(policyBlock()).toBeNull();
  for (const [effectiveDirective, blockedURI] of [
    ['connect-src', 'https://first.example/token'],
    ['connect-src', 'https://api.example/v1/report/?filter=customerName'],
    ['style-src-attr', 'inline'],
  ]) {
    const violation = Object.assign(new Event('securitypolicyviolation'), { effectiveDirective, blockedURI });
    page.dispatchEvent(violation);
  }
  expect(policyBlock()).toEqual({ directive: 'connect-src', address: 'https://api.example/v1/report/' });
});
