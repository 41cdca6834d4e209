import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId, useRef, type ReactNode } from 'react';
import { popoverLook } from './popover-look.ts';

const useStyles = makeStyles({
  button: {
    margin: 0,
    padding: 0,
    border: 0,
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    cursor: 'pointer',
  },
  text: { ...popoverLook, padding: 0, fontSize: 'inherit', lineHeight: 'inherit' },
});

/**
 * A few words that open a longer text over the page. The text is the browser's own popover: the browser tells a screen
 * reader whether it is open, and closes it at Escape and at a press elsewhere. Only the focus elsewhere is ours.
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
  const id = useId();
  const text = useRef<HTMLDivElement>(null);
  return (
    <span
      className={className}
      onBlur={({ currentTarget, relatedTarget }) => {
        // A press on the text itself takes the focus to no other element.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) text.current?.hidePopover();
      }}
    >
      <button type="button" popoverTarget={id} className={styles.button}>
        {label}
      </button>
      <div ref={text} id={id} popover="auto" className={styles.text}>
        {children}
      </div>
    </span>
  );
}
