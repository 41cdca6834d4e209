import { Button } from './button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { dialogTexts } from './dialog-texts.ts';
import { useTexts } from './language.ts';

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
  content: { position: 'relative', boxSizing: 'border-box', padding: '1.5rem' },
  heading: {
    margin: 0,
    marginBlockEnd: '0.5rem',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  // In place of the dialog's own buttons, which are always last, so that nothing moves.
  question: {
    position: 'absolute',
    insetInline: 0,
    insetBlockEnd: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'end',
    gap: '0.5rem',
    paddingBlock: '1rem 1.5rem',
    paddingInline: '1.5rem',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  questionText: { margin: 0, marginInlineEnd: 'auto' },
});

// Closed before it goes, it gives the focus back to where that was.
const whileThere = (dialog: HTMLDialogElement) => {
  dialog.showModal();
  return () => dialog.close();
};

/**
 * Has the element take the focus when the dialog that it is in opens, instead of the first that can. As an attribute: React's
 * `autoFocus` comes before the dialog is open.
 */
export function takesFocusFirst(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}

/**
 * A dialog over the page, open as long as it is rendered: the browser's own, which keeps the focus within and the rest
 * of the page out of reach, and the focus goes back to where it was. Escape and a press beside it close it, but where
 * that would lose what the person has done in it, they are asked first.
 */
export function Dialog({
  heading,
  size = 'medium',
  hasChanges,
  onClose,
  children,
}: {
  /** Its name. */
  readonly heading: string;
  readonly size?: 'small' | 'medium';
  /** Something was chosen or typed that is lost when it closes. */
  readonly hasChanges: boolean;
  /** It was dismissed: Escape, or a press beside it, and nothing is lost or that was confirmed. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const t = useTexts(dialogTexts);
  const id = useId();
  /** What had the focus when the person was asked whether the changes may be lost; null: they are not asked. */
  const [asked, setAsked] = useState<{ readonly at: Element | null } | null>(null);

  function dismiss(): void {
    if (!hasChanges) onClose();
    else if (asked === null) setAsked({ at: document.activeElement });
  }

  function goOn(): void {
    // What had the focus can have it again once it is not inert any more.
    flushSync(() => setAsked(null));
    if (asked?.at instanceof HTMLElement) asked.at.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // A list within takes its own, and an input method gives up a character.
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // Browsers close a dialog at the second one whatever it says to the first.
    event.preventDefault();
    if (asked === null) dismiss();
    else goOn();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press on its backdrop is one on it
    <dialog
      ref={whileThere}
      className={mergeClasses(styles.dialog, styles[size])}
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      // Another way to close it than Escape, such as a phone's way back.
      onCancel={(event) => {
        event.preventDefault();
        dismiss();
      }}
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return;
        // What is pressed through the backdrop does not take the focus.
        event.preventDefault();
        dismiss();
      }}
    >
      <div className={styles.content}>
        <h2 id={id} className={styles.heading}>
          {heading}
        </h2>
        <div inert={asked !== null}>{children}</div>
        {asked !== null && (
          <div className={styles.question}>
            <p role="alert" className={styles.questionText}>
              {t.notApplied}
            </p>
            <Button autoFocus appearance="primary" onClick={goOn}>
              {t.goOn}
            </Button>
            <Button onClick={onClose}>{t.discard}</Button>
          </div>
        )}
      </div>
    </dialog>
  );
}
