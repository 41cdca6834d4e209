import { policyViolations } from './policy.ts';

/** A request that the page's Content-Security-Policy has blocked. */
export type PolicyBlock = {
  /** The directive's name, such as `connect-src`. */
  readonly directive: string;
  readonly address: string;
};

/** The last request that the policy has blocked; null where it has blocked none. */
export function policyBlock(): PolicyBlock | null {
  // Other violations are about styles and scripts, which no question waits for.
  const last = policyViolations.findLast(({ effectiveDirective }) => effectiveDirective === 'connect-src');
  if (last === undefined) return null;
  // The query may name customers, and the policy does not look at it.
  const [address = ''] = last.blockedURI.split('?', 1);
  return { directive: last.effectiveDirective, address };
}
