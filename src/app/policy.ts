/** What the page's Content-Security-Policy has blocked, the latest at the end. `policyBlock` reads it. */
export const policyViolations: SecurityPolicyViolationEvent[] = [];

/** Begins to listen to what the policy blocks: later there is no way to find out. */
export function hearPolicy(): void {
  document.addEventListener('securitypolicyviolation', (violation) => policyViolations.push(violation));
}
