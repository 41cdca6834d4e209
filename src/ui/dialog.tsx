import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, type ReactNode } from 'react';

const fadeIn = { from: { opacity: 0 }, to: { opacity: 1 } };

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    maxWidth: 'calc(100vw - 2rem)',
    maxHeight: 'calc(100vh - 2rem)',
    padding: 0,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow64,
    color: tokens.colorNeutralForeground1,
    overscrollBehavior: 'contain',
    animationName: fadeIn,
    animationDuration: tokens.durationNormal,
    '::backdrop': {
      backgroundColor: tokens.colorBackgroundOverlay,
      animationName: fadeIn,
      animationDuration: tokens.durationNormal,
    },
    '@media (prefers-reduced-motion: reduce)': {
      animationDuration: '0.01ms',
      '::backdrop': { animationDuration: '0.01ms' },
    },
  },
  medium: { width: '35rem' },
  small: { width: '30rem' },
  // All of the dialog, so that what is outside of it is its backdrop.
  content: { boxSizing: 'border-box', padding: '1.5rem' },
  heading: {
    margin: 0,
    marginBlockEnd: '0.5rem',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

// Closed before it goes, it gives the focus back to where that was.
const whileThere = (dialog: HTMLDialogElement) => {
  dialog.showModal();
  return () => dialog.close();
};

/**
 * A dialog over the page, open as long as it is rendered: the browser's own, which keeps the focus within and the rest
 * of the page out of reach, and the focus goes back to where it was.
 */
export function Dialog({
  heading,
  size = 'medium',
  onClose,
  children,
}: {
  /** Its name. */
  readonly heading: string;
  readonly size?: 'small' | 'medium';
  /** It was dismissed: Escape, or a press beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press on its backdrop is one on it
    <dialog
      ref={whileThere}
      className={mergeClasses(styles.dialog, styles[size])}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return;
        // What is pressed through the backdrop does not take the focus.
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.content}>
        <h2 id={id} className={styles.heading}>
          {heading}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
