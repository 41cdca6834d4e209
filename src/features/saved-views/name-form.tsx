import { Button } from '#ui/button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { fieldLook } from '#ui/field-look.ts';
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { useTexts } from '#ui/catalogue.ts';
import { LONGEST_DESCRIPTION, LONGEST_NAME, type SavedViewTexts } from '#view/saved-views.ts';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '0.75rem', inlineSize: '100%' },
  control: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '10rem',
    gap: '0.25rem',
    minInlineSize: 0,
  },
  input: {
    ...fieldLook,
    inlineSize: '100%',
    blockSize: '2rem',
    paddingInline: '0.75rem',
  },
  actions: { display: 'flex', gap: '0.5rem', marginInlineStart: 'auto' },
  wrong: {
    flexBasis: '100%',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
  },
});

/** A form for the name and the description of a view. */
export function NameForm({
  begun,
  action,
  takesFocus = false,
  onType,
  onDone,
  onCancel,
}: {
  /** The name and description so far. */
  readonly begun: SavedViewTexts;
  /** The text of the button that finishes the form. */
  readonly action: string;
  /** The form has replaced the element that had the focus. */
  readonly takesFocus?: boolean;
  /** Is told whether there is typed text that is not saved yet. */
  readonly onType?: (isTyped: boolean) => void;
  readonly onDone: (texts: SavedViewTexts) => void;
  readonly onCancel?: () => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const id = useId();
  const [typed, setTyped] = useState(begun);
  const [isMissing, setIsMissing] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);

  function change(next: SavedViewTexts): void {
    setTyped(next);
    setIsMissing(false);
    onType?.(next.name !== begun.name || next.description !== begun.description);
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (typed.name.trim() === '') {
      setIsMissing(true);
      nameInput.current?.focus();
      return;
    }
    onDone(typed);
    change(begun);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.control}>
        <label htmlFor={`${id}-name`}>{t.name}</label>
        <input
          id={`${id}-name`}
          ref={nameInput}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it stands where the button was that had the focus
          autoFocus={takesFocus}
          className={styles.input}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          dir="auto"
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-missing` : undefined}
          value={typed.name}
          onChange={({ target }) => change({ ...typed, name: target.value })}
        />
      </div>
      <div className={styles.control}>
        <label htmlFor={`${id}-description`}>{t.description}</label>
        <input
          id={`${id}-description`}
          className={styles.input}
          maxLength={LONGEST_DESCRIPTION}
          autoComplete="off"
          dir="auto"
          value={typed.description}
          onChange={({ target }) => change({ ...typed, description: target.value })}
        />
      </div>
      <div className={styles.actions}>
        {onCancel !== undefined && <Button onClick={onCancel}>{t.cancel}</Button>}
        <Button type="submit" appearance="primary">
          {action}
        </Button>
      </div>
      {isMissing && (
        <p id={`${id}-missing`} role="alert" className={styles.wrong}>
          {t.needsName}
        </p>
      )}
    </form>
  );
}
