import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
});

// As in every list and menu, Escape closes it, and so does a press or the focus elsewhere.
function whileThere(details: HTMLDetailsElement): () => void {
  const isWithin = (place: EventTarget | null) => place instanceof Node && details.contains(place);
  const onElsewhere = ({ target }: Event) => {
    if (!isWithin(target)) details.open = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!details.open || event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (isWithin(document.activeElement)) details.querySelector('summary')?.focus();
    details.open = false;
  };
  document.addEventListener('pointerdown', onElsewhere);
  document.addEventListener('focusin', onElsewhere);
  document.addEventListener('keydown', onKeyDown);
  return () => {
    document.removeEventListener('pointerdown', onElsewhere);
    document.removeEventListener('focusin', onElsewhere);
    document.removeEventListener('keydown', onKeyDown);
  };
}

/**
 * A few words that open a longer text over the page. The words themselves, Escape, and a press or the focus elsewhere
 * close it.
 */
export function Disclosure({
  label,
  className,
  children,
}: {
  /** The words that open it. */
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <details ref={whileThere} className={className}>
      <summary className={styles.summary}>{label}</summary>
      {children}
    </details>
  );
}
