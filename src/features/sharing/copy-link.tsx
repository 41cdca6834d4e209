import { Button } from '@fluentui/react-button';
import { CheckmarkRegular, LinkRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useState } from 'react';
import { useTexts } from '#ui/language.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '8px' },
  status: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Copies the address of this very view. */
export function CopyLink() {
  const styles = useStyles();
  const t = useTexts(texts);
  const { view, hrefOf } = useView();
  const href = new URL(hrefOf(view), location.href).href;
  // Which address was copied, and whether it was: said until the view is another.
  const [copied, setCopied] = useState<{ href: string; done: boolean } | null>(null);
  const outcome = copied?.href === href ? copied : null;
  const copy = () =>
    navigator.clipboard.writeText(href).then(
      () => setCopied({ href, done: true }),
      () => setCopied({ href, done: false }),
    );
  return (
    <span className={styles.root}>
      {/* Spoken, but no status: that role belongs to the rows and how far they are. */}
      <span aria-live="polite" className={styles.status}>
        {outcome !== null && (outcome.done ? t.copied : t.copyByHand)}
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
