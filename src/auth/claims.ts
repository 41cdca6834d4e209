function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function merged(
  earlier: Readonly<Record<string, unknown>>,
  later: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const both: Record<string, unknown> = { ...earlier };
  for (const [name, value] of Object.entries(later)) {
    const [before, after] = [objectOf(both[name]), objectOf(value)];
    both[name] = before === null || after === null ? value : { ...before, ...after };
  }
  return both;
}

function parsed(claims: string | null): Readonly<Record<string, unknown>> {
  return claims === null ? {} : (objectOf(JSON.parse(claims)) ?? {});
}

/**
 * One claims request that asks for what two requests ask for. Where both name a claim, the later request counts.
 * Merging one of them in again gives the same text.
 *
 * Source: OpenID Connect Core 1.0, section 5.5: an object for each kind of token, in it one for each claim.
 *
 * @param earlier JSON text; null where nothing was asked for
 */
export function mergeClaims(earlier: string | null, later: string): string {
  return JSON.stringify(merged(parsed(earlier), parsed(later)));
}
