import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ReactNode } from 'react';
import { useTexts, type TextsOf } from '#ui/catalogue.ts';
import type { ConfigProblem } from './config.ts';
import { Logo } from './logo.tsx';
import { useSession } from './session.ts';
import { policyBlock } from './policy-block.ts';
import { signInTexts } from './sign-in-texts.ts';
import { startTexts } from './start-texts.ts';
import { texts } from './texts.ts';
import { useSignIn } from './use-sign-in.ts';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    display: 'grid',
    placeItems: 'center',
    paddingBlock: '1.5rem',
    paddingInline: '1rem',
    boxSizing: 'border-box',
  },
  card: {
    width: '100%',
    maxWidth: '27.5rem',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '1rem',
    padding: '2.5rem',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    overflowWrap: 'anywhere',
    '@media (max-width: 30em)': { padding: '1.5rem' },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: '0.625rem',
    fontWeight: 600,
    fontSize: tokens.fontSizeBase400,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: 600,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  problem: {
    margin: 0,
    paddingBlock: '0.5rem',
    paddingInline: '0.75rem',
    alignSelf: 'stretch',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
  },
});

function StartPage({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const { productName } = useTexts(texts);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Logo />
          <span>{productName}</span>
        </div>
        <h1 className={styles.heading}>{heading}</h1>
        {children}
      </div>
    </main>
  );
}

/** The page for a person who is not signed in: what the app is, and the button to sign in. */
export function SignedOutPage() {
  const styles = useStyles();
  const t = useTexts(texts);
  const start = useTexts(startTexts);
  const { signIn, signInProblem } = useSession();
  const { problem, open } = useSignIn();
  const { blockedSaid } = useTexts(signInTexts);
  const block = policyBlock();
  const why = block === null ? signInProblem : blockedSaid(block);
  const said = problem ?? (signInProblem === null ? null : `${start.signInFailed} ${why}`);
  return (
    <StartPage heading={t.heading}>
      <p className={styles.text}>{start.tagline}</p>
      {said !== null && (
        <p role="alert" className={styles.problem}>
          {said}
        </p>
      )}
      <Button appearance="primary" size="large" onClick={() => open(signIn)}>
        {t.signIn}
      </Button>
      <p className={styles.quiet}>
        {start.signInExplained} {location.search !== '' && start.linkKept}
      </p>
    </StartPage>
  );
}

function configProblemIn(t: TextsOf<typeof startTexts>, { wrong }: ConfigProblem): string {
  if (wrong.field !== null) return t.configField[wrong.rule]({ field: wrong.field });
  return wrong.rule === 'notThere'
    ? t.configFile.notThere({ status: String(wrong.status ?? '—') })
    : t.configFile[wrong.rule];
}

/** The page while the configuration is missing or wrong: the field and what it should be. */
export function ConfigProblemPage({ problem }: { readonly problem: ConfigProblem }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const start = useTexts(startTexts);
  return (
    <StartPage heading={start.configHeading}>
      <p role="alert" className={styles.problem}>
        {configProblemIn(start, problem)}
      </p>
      <p className={styles.text}>{start.configFix}</p>
      <Button onClick={() => location.reload()}>{t.reload}</Button>
    </StartPage>
  );
}

/** The page where the app could not start for another reason. */
export function StartFailedPage({ error }: { readonly error: unknown }) {
  const styles = useStyles();
  const t = useTexts(texts);
  const start = useTexts(startTexts);
  return (
    <StartPage heading={start.startFailed}>
      <p role="alert" className={styles.problem}>
        {error instanceof Error ? error.message : String(error)}
      </p>
      <Button onClick={() => location.reload()}>{t.reload}</Button>
    </StartPage>
  );
}
