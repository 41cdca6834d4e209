import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useEffect, useId, useState } from 'react';
import type { ErrorKind, PartnerCenterError } from '#partner-center/error.ts';
import { useIsOnline, useWaits, type Wait } from '#query/activity.ts';
import type { Trouble } from '#query/trouble.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts, type TextsOf } from '#ui/catalogue.ts';
import { Box } from './box.tsx';
import { policyBlock } from './policy-block.ts';
import { useSession } from './session.ts';
import { signInTexts } from './sign-in-texts.ts';
import { texts } from './texts.ts';
import { troubleTexts } from './trouble-texts.ts';
import { useSignIn } from './use-sign-in.ts';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '0.5rem', marginBlockStart: '0.25rem' },
  details: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: '1rem',
    rowGap: '0.25rem',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, fontFamily: tokens.fontFamilyMonospace },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.5rem 1rem',
    paddingBlock: '0.5rem',
    paddingInline: '1rem',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
  },
  barText: { marginInlineEnd: 'auto' },
});

// The details have the service's own names, which a support engineer looks for.
function detailsOf(error: PartnerCenterError): readonly (readonly [name: string, value: string])[] {
  return [
    ['Status', error.status?.toString() ?? '—'],
    ['Code', error.code ?? '—'],
    ['Description', error.description],
    ['MS-RequestId', error.requestId ?? '—'],
    ['MS-CorrelationId', error.correlationId ?? '—'],
    ...(error.claims === null ? [] : [['Claims', error.claims] as const]),
  ];
}

type Advice = { readonly heading: string; readonly advice: string };

/** The advice for an error: a missing second factor has a more exact one. */
function adviceOf(
  t: TextsOf<typeof troubleTexts>,
  { kind, asksForSecondFactor }: PartnerCenterError,
): Advice {
  if (asksForSecondFactor && kind === 'stepUpNeeded') return t.secondFactorNeeded;
  if (asksForSecondFactor && kind === 'stepUpRefused') return t.secondFactorRefused;
  return t.trouble[kind];
}

/**
 * The advice for an error, also where the page's own policy has blocked the request: the client takes that for a
 * network without an answer.
 */
function useAdvice(error: PartnerCenterError): Advice {
  const t = useTexts(troubleTexts);
  const { blocked, blockedAdvice } = useTexts(signInTexts);
  const block = error.kind === 'network' ? policyBlock() : null;
  return block === null ? adviceOf(t, error) : { heading: blocked(block), advice: blockedAdvice };
}

// Another try does not change these: the filter is too long, or the directory gives no more.
const FINAL: ReadonlySet<ErrorKind> = new Set(['filterTooLong', 'tooManyParts', 'stepUpRefused']);

/** Says what went wrong and what the person can do. */
export function TroubleAlert({ trouble }: { readonly trouble: Trouble }) {
  const styles = useStyles();
  const t = useTexts(troubleTexts);
  const { signInAgain } = useSession();
  const common = useTexts(texts);
  const signIn = useSignIn();
  const { error, retry } = trouble;
  // Where the person has to pass on the details, these are open already.
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? error.kind === 'stepUpRefused';
  const [copied, setCopied] = useState(false);
  const detailsId = useId();
  const { heading, advice } = useAdvice(error);
  const needsPerson = error.kind === 'signInNeeded' || error.kind === 'stepUpNeeded';
  const details = detailsOf(error);
  const copy = () =>
    navigator.clipboard.writeText(details.map(([name, value]) => `${name}: ${value}`).join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Box role="alert" tone="danger" heading={heading}>
      <p className={styles.text}>{advice}</p>
      {error.retryAfter !== null && error.retryAfter > 60 && (
        <p className={styles.text}>{t.askedToWait({ minutes: Math.ceil(error.retryAfter / 60) })}</p>
      )}
      {error.kind === 'invalidRequest' && (
        <p className={styles.text}>
          <bdi>{error.description}</bdi>
        </p>
      )}
      {signIn.problem !== null && <p className={styles.text}>{signIn.problem}</p>}
      <div className={styles.actions}>
        {needsPerson ? (
          <Button
            appearance="primary"
            onClick={() =>
              signIn.open(() => signInAgain({ claims: error.claims }).then((isSame) => isSame && retry()))
            }
          >
            {error.asksForSecondFactor ? t.signInWithSecondFactor : common.signIn}
          </Button>
        ) : (
          !FINAL.has(error.kind) && (
            <Button appearance="primary" onClick={retry}>
              {t.tryAgain}
            </Button>
          )
        )}
        <Button
          appearance="subtle"
          aria-expanded={open}
          aria-controls={detailsId}
          onClick={() => setOpened(!open)}
        >
          {t.details}
        </Button>
      </div>
      <div id={detailsId} hidden={!open}>
        <dl className={styles.details}>
          {details.map(([name, value]) => [
            <dt key={name}>{name}</dt>,
            <dd key={`${name} value`}>
              <bdi>{value}</bdi>
            </dd>,
          ])}
        </dl>
        <div className={styles.actions}>
          <Button size="small" onClick={() => void copy()}>
            {copied ? t.copied : t.copyDetails}
          </Button>
        </div>
      </div>
    </Box>
  );
}

/** The seconds until a time; they count down. */
function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  // A clock is outside of React, and nothing in the page tells that a second has passed.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((until - now) / 1000));
}

function Countdown({ until, wait }: { readonly until: number; readonly wait: Wait }) {
  const t = useTexts(troubleTexts);
  const seconds = useSecondsUntil(until);
  const format = useFormat();
  const { heading } = useAdvice(wait.error);
  const waiting = t.waiting({
    heading,
    tries: format.count(wait.tries),
    most: format.count(wait.mostTries),
  });
  return (
    <>
      {/* A screen reader says this once. The seconds are only for the eyes: otherwise each would be read out. */}
      <span role="status">{waiting}</span> <span aria-hidden="true">{t.nextTry({ seconds })}</span>
    </>
  );
}

/**
 * Says what the page waits for while the service or the network is away. The person can try at once or give up.
 *
 * @param loadedAt the time when the figures on the page came, in milliseconds since the epoch; 0 where there are none
 */
export function WaitingNote({ loadedAt }: { readonly loadedAt: number }) {
  const styles = useStyles();
  const t = useTexts(troubleTexts);
  const { waits, tryNow, giveUp } = useWaits();
  const isOnline = useIsOnline();
  const format = useFormat();
  if (!isOnline || waits.some(({ until }) => until === null)) {
    return (
      <div className={styles.bar}>
        <span role="status" className={styles.barText}>
          {t.offline} {loadedAt > 0 && t.loadedAt({ time: format.time(loadedAt) })}
        </span>
      </div>
    );
  }
  const next = waits.toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0))[0];
  if (next === undefined || next.until === null) return null;
  return (
    <div className={styles.bar}>
      <span className={styles.barText}>
        <Countdown until={next.until} wait={next} />
      </span>
      <Button size="small" onClick={tryNow}>
        {t.tryNow}
      </Button>
      <Button size="small" appearance="subtle" onClick={giveUp}>
        {t.giveUp}
      </Button>
    </div>
  );
}
