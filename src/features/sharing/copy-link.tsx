import { Button } from '@fluentui/react-button';
import { CheckmarkRegular, LinkRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useState } from 'react';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/language.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '0.5rem' },
  status: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The characters a link may have: browsers take far more, but some programs for mail and chat cut what is beyond. */
const SAFE_LENGTH = 2000;

/** Copies the address of this very view. */
export function CopyLink() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, hrefOf } = useView();
  const href = new URL(hrefOf(view), location.href).href;
  // Which address was copied, and whether it was: said until the view is another.
  const [attempt, setAttempt] = useState<{ href: string; done: boolean } | null>(null);
  const outcome = attempt?.href === href ? attempt : null;
  const copied = href.length > SAFE_LENGTH ? t.longLinkCopied(format.count(SAFE_LENGTH)) : t.copied;
  const copy = () =>
    navigator.clipboard.writeText(href).then(
      () => setAttempt({ href, done: true }),
      () => setAttempt({ href, done: false }),
    );
  return (
    <span className={styles.root}>
      {/* Spoken, but no status: that role belongs to the rows and how far they are. */}
      <span aria-live="polite" className={styles.status}>
        {outcome !== null && (outcome.done ? copied : t.copyByHand)}
      </span>
      <Button
        appearance="subtle"
        icon={outcome?.done ? <CheckmarkRegular /> : <LinkRegular />}
        onClick={() => void copy()}
      >
        {t.copyLink}
      </Button>
    </span>
  );
}
