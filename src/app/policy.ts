/** What the page's Content-Security-Policy has kept it from, the last one last. `policyBlock` reads it. */
export const policyViolations: SecurityPolicyViolationEvent[] = [];

/** Hears from now on what the policy keeps the page from: nothing tells of it afterwards. */
export function hearPolicy(): void {
  document.addEventListener('securitypolicyviolation', (violation) => policyViolations.push(violation));
}
