import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useState, type ReactNode } from 'react';
import type { ErrorKind, PartnerCenterError } from '#partner-center/error.ts';
import type { Trouble } from '#query/trouble.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import type { AddressProblem } from '#view/address.ts';
import type { View } from '#view/view.ts';
import { useSession } from './session.ts';
import { texts, type Advice, type AppTexts } from './texts.ts';
import { useSignIn } from './use-sign-in.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '0.5rem',
    paddingBlock: '1rem',
    paddingInline: '1.25rem',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '0.25rem',
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  danger: { borderInlineStartColor: tokens.colorStatusDangerBorderActive },
  warning: { borderInlineStartColor: tokens.colorStatusWarningBorderActive },
  info: { borderInlineStartColor: tokens.colorBrandStroke1 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: 600,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '0.5rem', marginBlockStart: '0.25rem' },
  list: { margin: 0, paddingInlineStart: '1.25rem' },
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
});

function Box({
  role,
  tone,
  heading,
  children,
}: {
  readonly role: 'alert' | 'status' | 'note';
  readonly tone: 'danger' | 'warning' | 'info';
  readonly heading: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div role={role} className={mergeClasses(styles.box, styles[tone])}>
      <h2 className={styles.heading}>{heading}</h2>
      {children}
    </div>
  );
}

// The names a support engineer looks for: the service's own.
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

/** What to say of an error: that a second factor is wanted says more than that some proof is. */
function adviceOf(t: AppTexts, { kind, asksForSecondFactor }: PartnerCenterError): Advice {
  if (asksForSecondFactor && kind === 'stepUpNeeded') return t.secondFactorNeeded;
  if (asksForSecondFactor && kind === 'stepUpRefused') return t.secondFactorRefused;
  return t.trouble[kind];
}

// Nothing that the person could do again changes these: the filter is too long, the directory gives no more.
const FINAL: ReadonlySet<ErrorKind> = new Set(['filterTooLong', 'tooManyParts', 'stepUpRefused']);

/** What went wrong and what to do about it. */
export function TroubleAlert({ trouble }: { readonly trouble: Trouble }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { signInAgain } = useSession();
  const signIn = useSignIn();
  const { error, retry } = trouble;
  // Whoever has to pass the details on need not look for them.
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? error.kind === 'stepUpRefused';
  const [copied, setCopied] = useState(false);
  const detailsId = useId();
  const { heading, advice } = adviceOf(t, error);
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
        <p className={styles.text}>{t.askedToWait(format.count(Math.ceil(error.retryAfter / 60)))}</p>
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
            {error.asksForSecondFactor ? t.signInWithSecondFactor : t.signIn}
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

/** What of the address could not be read, quoted, and what is expected there. */
export function LinkAlert({ problems }: { readonly problems: readonly AddressProblem[] }) {
  const styles = useStyles();
  const t = useTexts(texts);
  return (
    <Box role="alert" tone="warning" heading={t.linkProblems}>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.parameter} ${problem.value} ${problem.message}`}>{problem.message}</li>
        ))}
      </ul>
    </Box>
  );
}

/** What a link asks for that is not on the page: said, so that no figure is taken for what it is not. */
export function NotYetNote({ view }: { readonly view: View }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const aspects = [
    view.compare === null ? null : t.notYetAspects.compare(view.compare),
    view.view === 'overview' ? null : t.notYetAspects.view(view.view),
  ].filter((aspect) => aspect !== null);
  if (aspects.length === 0) return null;
  return (
    <Box role="note" tone="info" heading={t.notYet}>
      <ul className={styles.list}>
        {aspects.map((aspect) => (
          <li key={aspect}>
            <bdi>{aspect}</bdi>
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** What there is to say instead of figures where there are none, with the way on. */
export function EmptyState({
  heading,
  advice,
  children,
}: {
  readonly heading: string;
  readonly advice: string;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <Box role="status" tone="info" heading={heading}>
      <p className={styles.text}>{advice}</p>
      {children}
    </Box>
  );
}
