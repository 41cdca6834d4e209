/** How the local endpoint does what the endpoint's page leaves open. The real service may do either. */
export type Behaviour = {
  /** `v1`: a request without `MS-Contract-Version: v1` is refused. */
  readonly contractVersion: 'any' | 'v1';
  /** `required`: a request without GUIDs as `MS-RequestId` and `MS-CorrelationId` is refused. */
  readonly ids: 'optional' | 'required';
  /** `json`: a request is refused where its `Accept` is not `application/json`. */
  readonly accept: 'any' | 'json';
  /** The longest path with query that is read, in characters; 0: any. */
  readonly longestAddress: number;
  /** What `@nextLink` pages by: `skip`, or a `$skiptoken` that only the service can make. */
  readonly paging: 'skip' | 'token';
  /** Requests answered at once; one more is throttled. 0: any number. */
  readonly concurrency: number;
  /** What a day without a snapshot gives: no rows, or the nearest earlier snapshot. */
  readonly missingDay: 'empty' | 'earlier';
  /** Groups of values that differ in letter case alone: one group, as filters take them for one value, or several. */
  readonly spellings: 'together' | 'apart';
};

/** What has no say in how it is asked. */
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

/** The other side of each choice. The numbers are what servers in between and services of this kind commonly allow. */
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

/** What a name can be set to, for those who set it to something else. */
function expectedOf(name: Name): string {
  return typeof LENIENT[name] === 'number' ? 'a whole number' : `${LENIENT[name]} or ${STRICT[name]}`;
}

function valueOf(name: Name, text: string): string | number | undefined {
  if (typeof LENIENT[name] === 'number') return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  return text === LENIENT[name] || text === STRICT[name] ? text : undefined;
}

/**
 * Reads `lenient`, `strict`, or either with exceptions: `strict,missingDay=empty,concurrency=2`. Exceptions alone are
 * from `lenient`. Gives a sentence where the text can't be read.
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
