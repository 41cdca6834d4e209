import { PartnerCenterError, type ErrorKind } from '#partner-center/error.ts';
import { VIEW_NAMES, type ViewName } from '#view/view.ts';

/** How an error came to be known: it left a script or a promise, kept a part from being drawn, or ended a question. */
export type ReportedAs = 'thrown' | 'rejected' | 'notDrawn' | 'notAnswered';

/**
 * What is reported of an error: words and numbers of ours, of the browser and of the service, never text that may hold
 * data. So nothing is taken out of an error's texts; only what is known is let in.
 */
export type ErrorReport = {
  readonly version: string;
  readonly commit: string;
  readonly as: ReportedAs;
  readonly view: ViewName | null;
  /** The error's class, where it is a known one. */
  readonly name: string;
  /** The known beginning or end of what a browser or React says; null: it said something else. */
  readonly said: string | null;
  /** Where in the page's own files: file, line and column, the innermost first. */
  readonly at: readonly string[];
  /** Of an answer of the service. */
  readonly kind: ErrorKind | null;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly correlationId: string | null;
};

/** The page that an error happened on. */
export type Page = {
  readonly version: string;
  readonly commit: string;
  /** The address bar. */
  readonly address: string;
  /** The folder of the page's files, with its last slash. */
  readonly folder: string;
};

const NAMES: ReadonlySet<string> = new Set(
  (
    'Error AggregateError RangeError ReferenceError SyntaxError TypeError URIError ' +
    'DataCloneError InvalidStateError NetworkError NotAllowedError NotFoundError NotSupportedError QuotaExceededError ' +
    'SecurityError TimeoutError BrowserAuthError ClientAuthError ClientConfigurationError InteractionRequiredAuthError ' +
    'ServerError ConfigProblem PartnerCenterError SignInImpossible'
  ).split(' '),
);

/** Of what browsers and React say, the part that is always the same. */
const SAID: readonly RegExp[] = [
  /^Minified React error #\d{1,4}(?!\d)/u,
  /^Cannot (?:read|set) properties of (?:undefined|null)/u,
  /^Cannot access uninitialized variable/u,
  /^Failed to fetch dynamically imported module/u,
  /^error loading dynamically imported module/u,
  /^Importing a module script failed/u,
  /^Failed to fetch$/u,
  /^NetworkError when attempting to fetch resource/u,
  /^Load failed$/u,
  /^Maximum call stack size exceeded/u,
  /^too much recursion/u,
  /^Array buffer allocation failed/u,
  /^Invalid (?:array|typed array|string) length/u,
  /(?:is|are) not (?:a constructor|a function|defined|iterable)(?=$| \()/u,
  /is (?:undefined|null)$/u,
];

/** Errors that no fault is behind: the person has to sign in, or there is no network to report by either. */
const NOT_REPORTED: ReadonlySet<ErrorKind> = new Set(['network', 'signInNeeded', 'stepUpNeeded']);

const MOST_PLACES = 8;

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

const idOf = (text: string | null): string | null => (text !== null && ID.test(text) ? text : null);

/** The places in the page's own files that a stack names. Its first lines may be the error's own words: they are left out. */
function placesIn({ stack = '', message }: Error, { folder }: Page): readonly string[] {
  const said = message === '' ? -1 : stack.lastIndexOf(message);
  const calls = said === -1 ? stack : stack.slice(said + message.length);
  return calls
    .split('\n')
    .flatMap((line) => {
      const from = line.indexOf(`${folder}assets/`);
      if (from === -1) return [];
      const [, place] =
        /^([\w-]+-[\w-]{8}\.js:\d+:\d+)\)?$/u.exec(line.slice(from + folder.length + 'assets/'.length)) ?? [];
      return place ?? [];
    })
    .slice(0, MOST_PLACES);
}

function viewOf({ address }: Page): ViewName | null {
  if (!URL.canParse(address)) return null;
  const name = new URL(address).searchParams.get('view') ?? 'overview';
  return VIEW_NAMES.find((known) => known === name) ?? null;
}

/** What is reported of whatever was thrown; null: nothing. */
export function reportOf(thrown: unknown, as: ReportedAs, page: Page): ErrorReport | null {
  const error = thrown instanceof Error ? thrown : null;
  if (error?.name === 'AbortError') return null;
  const answer = thrown instanceof PartnerCenterError ? thrown : null;
  if (answer !== null && NOT_REPORTED.has(answer.kind)) return null;
  // An error of ours that only passes on another one tells less than that.
  const { cause } = error ?? {};
  const first = answer !== null && cause instanceof Error ? cause : error;
  return {
    version: page.version,
    commit: page.commit,
    as,
    view: viewOf(page),
    name: first !== null && NAMES.has(first.name) ? first.name : 'Error',
    said:
      SAID.map((known) => known.exec(first?.message ?? '')?.[0]).find((part) => part !== undefined) ?? null,
    at: first === null ? [] : placesIn(first, page),
    kind: answer?.kind ?? null,
    status: answer?.status ?? null,
    requestId: idOf(answer?.requestId ?? null),
    correlationId: idOf(answer?.correlationId ?? null),
  };
}
