import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useEffect, useState } from 'react';
import { useIsOnline, useWaits, type Wait } from '#query/activity.ts';
import { useLicenseDeployment } from '#query/use-license-deployment.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
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
  text: { marginInlineEnd: 'auto' },
});

/** Seconds until a time, counting down. */
function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  // A clock is outside of React: nothing in the page tells that a second has passed.
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((until - now) / 1000));
}

function Countdown({ until, wait }: { readonly until: number; readonly wait: Wait }) {
  const t = useTexts(texts);
  const seconds = useSecondsUntil(until);
  return (
    <>
      {/* Heard once; the seconds are for the eye, or they would be read out one by one. */}
      <span role="status">
        {t.waiting(t.trouble[wait.error.kind].heading, wait.tries, wait.mostTries)}
      </span>{' '}
      <span aria-hidden="true">{t.nextTry(seconds)}</span>
    </>
  );
}

/** Says what is waited for while the service or the network is away, and lets the person hurry it or give up. */
export function WaitingNote() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { waits, tryNow, giveUp } = useWaits();
  const isOnline = useIsOnline();
  const format = useFormat();
  const { view } = useView();
  const loadedAt = useLicenseDeployment(view).updatedAt;
  if (!isOnline || waits.some(({ until }) => until === null)) {
    return (
      <div className={styles.bar}>
        <span role="status" className={styles.text}>
          {t.offline} {loadedAt > 0 && t.loadedAt(format.time(loadedAt))}
        </span>
      </div>
    );
  }
  const next = waits.toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0))[0];
  if (next === undefined || next.until === null) return null;
  return (
    <div className={styles.bar}>
      <span className={styles.text}>
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
