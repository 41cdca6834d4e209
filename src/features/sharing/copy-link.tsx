import { Button } from '#ui/button.tsx';
import { CheckmarkRegular, LinkRegular } from '@fluentui/react-icons';
import { makeStyles } from '@griffel/react';
import { useState } from 'react';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { SaidBelow } from '#ui/said-below.tsx';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  button: { '@media (max-width: 40em)': { minWidth: 'auto' } },
});

/** A link may have so many characters: browsers take far more, but some programs for mail and chat cut off the rest. */
const SAFE_LENGTH = 2000;

/** Copies the address of the present view. */
export function CopyLink() {
  const styles = useStyles();
  const t = useTexts(texts);
  const format = useFormat();
  const { view, hrefOf } = useView();
  const href = new URL(hrefOf(view), location.href).href;
  // The address that was copied, and whether that worked: the text stays until the view changes.
  const [attempt, setAttempt] = useState<{ href: string; done: boolean } | null>(null);
  const outcome = attempt?.href === href ? attempt : null;
  const copied =
    href.length > SAFE_LENGTH ? t.longLinkCopied({ limit: format.count(SAFE_LENGTH) }) : t.copied;
  const copy = () =>
    navigator.clipboard.writeText(href).then(
      () => setAttempt({ href, done: true }),
      () => setAttempt({ href, done: false }),
    );
  return (
    <SaidBelow said={outcome === null ? '' : outcome.done ? copied : t.copyByHand}>
      <Button
        appearance="subtle"
        className={styles.button}
        icon={outcome?.done ? <CheckmarkRegular /> : <LinkRegular />}
        onClick={() => void copy()}
      >
        {t.copyLink}
      </Button>
    </SaidBelow>
  );
}
