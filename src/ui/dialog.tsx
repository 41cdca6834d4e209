import { Button } from './button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { dialogTexts } from './dialog-texts.ts';
import { useTexts } from './catalogue.ts';

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
    // On a phone it is a sheet at the lower edge, where the thumb is.
    '@media (max-width: 40em)': {
      width: '100%',
      maxWidth: '100%',
      maxHeight: 'calc(100dvh - 2rem)',
      marginInline: 0,
      marginBlockEnd: 0,
      borderEndStartRadius: 0,
      borderEndEndRadius: 0,
    },
    '@media (prefers-reduced-motion: reduce)': {
      animationDuration: '0.01ms',
      '::backdrop': { animationDuration: '0.01ms' },
    },
  },
  medium: { width: '35rem' },
  small: { width: '30rem' },
  // This is the whole area of the dialog, so that everything outside of it is the backdrop.
  content: {
    position: 'relative',
    boxSizing: 'border-box',
    padding: '1.5rem',
    '@media (max-width: 40em)': { padding: '1rem' },
  },
  heading: {
    margin: 0,
    marginBlockEnd: '0.5rem',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  // It replaces the dialog's own buttons, which are always last, so that nothing moves.
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

// A dialog that is closed before it is removed gives the focus back.
const whileThere = (dialog: HTMLDialogElement) => {
  dialog.showModal();
  return () => dialog.close();
};

/**
 * Makes an element take the focus when its dialog opens, instead of the first one that can. It sets the attribute,
 * because React's `autoFocus` comes before the dialog is open.
 */
export function takesFocusFirst(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}

/**
 * A dialog over the page, which is open as long as it is rendered. It is the browser's own: it keeps the focus within,
 * makes the rest of the page unreachable, and gives the focus back. Escape and a press beside it close it. Where the
 * person would lose what they have done in it, they are asked first.
 */
export function Dialog({
  heading,
  size = 'medium',
  hasChanges,
  onClose,
  children,
}: {
  /** The name of the dialog. */
  readonly heading: string;
  readonly size?: 'small' | 'medium';
  /** The person has chosen or typed something that is lost when the dialog closes. */
  readonly hasChanges: boolean;
  /** The person has closed the dialog, by Escape or a press beside it; they lose nothing, or have agreed to it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const t = useTexts(dialogTexts);
  const id = useId();
  /**
   * The element that had the focus when the person was asked whether the changes may be lost; null where they are not
   * asked.
   */
  const [asked, setAsked] = useState<{ readonly at: Element | null } | null>(null);

  function dismiss(): void {
    if (!hasChanges) onClose();
    else if (asked === null) setAsked({ at: document.activeElement });
  }

  function goOn(): void {
    // The element that had the focus can get it again only after it is not inert any more.
    flushSync(() => setAsked(null));
    if (asked?.at instanceof HTMLElement) asked.at.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // A list in the dialog handles its own Escape, and in an input method Escape cancels a character.
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // Browsers close a dialog at the second Escape, whatever the page does at the first.
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
      // There are other ways to close it than Escape, such as the back gesture of a phone.
      onCancel={(event) => {
        event.preventDefault();
        dismiss();
      }}
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return;
        // A press through the backdrop must not move the focus.
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
