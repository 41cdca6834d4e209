import { policyViolations } from './policy.ts';

/** A request that the page's Content-Security-Policy did not let out. */
export type PolicyBlock = {
  /** The directive's name, such as `connect-src`. */
  readonly directive: string;
  readonly address: string;
};

/** The last request that the policy did not let out; null where it let all of them out. */
export function policyBlock(): PolicyBlock | null {
  // Others are about styles and scripts, which no question waits for.
  const last = policyViolations.findLast(({ effectiveDirective }) => effectiveDirective === 'connect-src');
  if (last === undefined) return null;
  // What is asked there may name customers, and is not what the policy looks at.
  const [address = ''] = last.blockedURI.split('?', 1);
  return { directive: last.effectiveDirective, address };
}
