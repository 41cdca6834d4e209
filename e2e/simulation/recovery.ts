import { AsyncLocalStorage } from 'node:async_hooks';
import type { PartnerCenterClient } from '#partner-center/client.ts';
import { PartnerCenterError, type ErrorKind } from '#partner-center/error.ts';
import { FAULT_KINDS, type Call, type FaultKind, type Sent } from './faults.ts';

// Written apart from the client, so that no mistake is in both.
/** How often a question is sent before it may end in an error that could have passed. */
const TRIES = 6;

/**
 * The errors that a fault may end a question of the client in. None: the question is answered all the same. That two
 * snapshots were mixed is not for the client to see.
 */
const ERRORS_OF: Readonly<Record<FaultKind, readonly ErrorKind[]>> = {
  drop: ['network'],
  delay: [],
  timeOut: ['network'],
  throttled: ['throttled'],
  throttledSeconds: ['throttled'],
  throttledDate: ['throttled'],
  serverError: ['unavailable'],
  html: ['interrupted', 'unavailable'],
  cutClean: ['interrupted'],
  cutBroken: ['interrupted'],
  stalledBody: ['interrupted'],
  tornSnapshot: [],
  replacedSnapshot: [],
  wrongCount: [],
  noCount: [],
  foreignNextLink: [],
  opaqueNextLink: [],
  emptyPage: ['emptyPages'],
  refusedBehindEnd: ['invalidRequest'],
  expiredToken: ['signInNeeded'],
  claimsChallenge: ['stepUpNeeded'],
  lowerCaseNames: [],
  wrongShape: ['unreadableResponse'],
};

/** Faults that are the answer: it is not asked for again. */
const LASTING: ReadonlySet<FaultKind> = new Set(['wrongShape', 'emptyPage', 'refusedBehindEnd']);

/** Faults after which the client asks again. */
export const PASSING: readonly FaultKind[] = FAULT_KINDS.filter(
  (kind) => ERRORS_OF[kind].length > 0 && !LASTING.has(kind),
);

const REFUSALS: ReadonlySet<FaultKind | null> = new Set(['expiredToken', 'claimsChallenge']);

function isRefusal({ kind }: Sent): boolean {
  return REFUSALS.has(kind);
}

/** The requests at the end whose token was refused, with none between them that was not. */
function lastRefusals(sent: readonly Sent[]): readonly Sent[] {
  return sent.slice(sent.findLastIndex((request) => !isRefusal(request)) + 1);
}

/**
 * Was there nothing left to try? Faults shorter than the tries must end in an answer.
 *
 * @param renewable can a refused token be renewed without the person?
 */
function isSpent(sent: readonly Sent[], last: Sent, renewable: boolean): boolean {
  if (last.isFinal) return true;
  if (isRefusal(last)) {
    // A new token was refused for the reason that the one before it was.
    return !renewable || lastRefusals(sent).filter(({ kind }) => kind === last.kind).length > 1;
  }
  return sent.filter((request) => !isRefusal(request)).length >= TRIES;
}

/** Follows each question of a client by the requests it sends, and tells whether it may end as it does. */
export type Recovery = {
  /** The question that the code which runs now is about. */
  readonly call: () => Call;
  /** The client, followed. */
  readonly watch: (client: PartnerCenterClient) => PartnerCenterClient;
  /** Did this error end a question of the client? Whether it may is told by `violations`. */
  readonly ended: (error: unknown) => boolean;
  readonly violations: readonly string[];
  /** Questions that were answered although a fault met them, by the fault. */
  readonly recovered: ReadonlyMap<FaultKind, number>;
};

export function createRecovery(renewable: boolean): Recovery {
  const calls = new AsyncLocalStorage<Call>();
  const violations: string[] = [];
  const errors = new Set<unknown>();
  const recovered = new Map<FaultKind, number>();

  function judge({ sent }: Call, error: PartnerCenterError): void {
    const last = sent.at(-1);
    const kinds = sent.map(({ kind }) => kind ?? 'no fault').join(', ');
    if (last === undefined || last.kind === null || !ERRORS_OF[last.kind].includes(error.kind)) {
      violations.push(`After ${kinds}: ${error.kind}: ${error.description}`);
    } else if (!isSpent(sent, last, renewable)) {
      violations.push(`Given up after ${kinds}: ${error.kind}`);
    }
  }

  async function follow<T>(ask: () => Promise<T>): Promise<T> {
    const call: Call = { sent: [], notBefore: 0 };
    try {
      const answer = await calls.run(call, ask);
      for (const kind of new Set(call.sent.slice(0, -1).map((request) => request.kind))) {
        if (kind !== null) recovered.set(kind, (recovered.get(kind) ?? 0) + 1);
      }
      return answer;
    } catch (error) {
      if (error instanceof PartnerCenterError) {
        errors.add(error);
        judge(call, error);
      }
      throw error;
    }
  }

  return {
    call() {
      const call = calls.getStore();
      if (call === undefined) throw new Error('A request that no question of the client sent.');
      return call;
    },
    watch: (client) => ({
      ...client,
      licenseDeployment: (query, options) => follow(() => client.licenseDeployment(query, options)),
      read: (query, reader, options) => follow(() => client.read(query, reader, options)),
    }),
    ended: (error) => errors.has(error),
    violations,
    recovered,
  };
}
