import { Button } from '#ui/button.tsx';
import { CheckmarkRegular, LinkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { SaidBelow } from '#ui/said-below.tsx';
import { useIsPhone } from '#ui/use-is-phone.ts';
import { useView } from '#view/use-view.ts';
import { texts } from './texts.ts';

/** A link may have so many characters: browsers take far more, but some programs for mail and chat cut off the rest. */
const SAFE_LENGTH = 2000;

/** Copies the address of the present view. */
export function CopyLink() {
  const t = useTexts(texts);
  const isPhone = useIsPhone();
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
        aria-label={t.copyLink}
        title={isPhone ? t.copyLink : undefined}
        icon={outcome?.done ? <CheckmarkRegular /> : <LinkRegular />}
        onClick={() => void copy()}
      >
        {!isPhone && t.copyLink}
      </Button>
    </SaidBelow>
  );
}
