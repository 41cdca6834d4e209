/** The local endpoint's choices where the endpoint's page leaves them open. The real service may do either. */
export type Behaviour = {
  /** `v1`: a request without `MS-Contract-Version: v1` is refused. */
  readonly contractVersion: 'any' | 'v1';
  /** `required`: a request without GUIDs as `MS-RequestId` and `MS-CorrelationId` is refused. */
  readonly ids: 'optional' | 'required';
  /** `json`: a request is refused where its `Accept` is not `application/json`. */
  readonly accept: 'any' | 'json';
  /** The longest path with query that is read, in characters; 0 where any length is. */
  readonly longestAddress: number;
  /** What `@nextLink` pages by: `skip`, or a `$skiptoken` that only the service can make. */
  readonly paging: 'skip' | 'token';
  /** The requests that are answered at once; one more is throttled. 0 where any number is answered. */
  readonly concurrency: number;
  /** What a day without a snapshot gives: no rows, or the nearest earlier snapshot. */
  readonly missingDay: 'empty' | 'earlier';
  /**
   * Groups of values that differ only in letter case: one group, because filters treat them as one value, or several.
   */
  readonly spellings: 'together' | 'apart';
};

/** The choices that refuse no way of asking. */
export const LENIENT: Behaviour = {
  contractVersion: 'any',
  ids: 'optional',
  accept: 'any',
  longestAddress: 0,
  paging: 'skip',
  concurrency: 0,
  missingDay: 'empty',
  spellings: 'together',
};

/**
 * The other side of each choice. The numbers are those that servers on the way and services of this kind commonly
 * allow.
 */
export const STRICT: Behaviour = {
  contractVersion: 'v1',
  ids: 'required',
  accept: 'json',
  longestAddress: 8_192,
  paging: 'token',
  concurrency: 4,
  missingDay: 'earlier',
  spellings: 'apart',
};

type Name = keyof Behaviour;

const isName = (text: string): text is Name => Object.hasOwn(LENIENT, text);

/** The values that a choice can have, for a person who has set it to something else. */
function expectedOf(name: Name): string {
  return typeof LENIENT[name] === 'number' ? 'a whole number' : `${LENIENT[name]} or ${STRICT[name]}`;
}

function valueOf(name: Name, text: string): string | number | undefined {
  if (typeof LENIENT[name] === 'number') return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  return text === LENIENT[name] || text === STRICT[name] ? text : undefined;
}

/**
 * Reads `lenient`, `strict`, or one of them with exceptions: `strict,missingDay=empty,concurrency=2`. Exceptions alone
 * are based on `lenient`. Gives a sentence where the text can't be read.
 */
export function readBehaviour(text: string): Behaviour | { readonly sentence: string } {
  let behaviour: Behaviour = LENIENT;
  for (const [index, part] of text.split(',').entries()) {
    const [name = '', value] = part.trim().split('=');
    if (value === undefined && index === 0 && (name === 'lenient' || name === 'strict')) {
      behaviour = name === 'strict' ? STRICT : LENIENT;
      continue;
    }
    if (value === undefined || !isName(name)) {
      const names = Object.keys(LENIENT).join(', ');
      return { sentence: `'${part}' is neither lenient or strict, nor one of ${names} with its value.` };
    }
    const known = valueOf(name, value);
    if (known === undefined) return { sentence: `${name} has to be ${expectedOf(name)}, not '${value}'.` };
    behaviour = { ...behaviour, [name]: known };
  }
  return behaviour;
}
