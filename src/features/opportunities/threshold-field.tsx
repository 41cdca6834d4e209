import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { fieldLook, focusedFieldLook } from '#ui/field-look.ts';
import { useId, useRef } from 'react';
import { useDraft } from '#view/use-draft.ts';

const useStyles = makeStyles({
  root: { position: 'relative', display: 'flex', flexDirection: 'column', minInlineSize: 0 },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  box: { display: 'flex', alignItems: 'center', columnGap: '0.375rem' },
  input: {
    ...fieldLook,
    inlineSize: '6rem',
    blockSize: '2rem',
    margin: 0,
    paddingBlock: 0,
    paddingInline: '0.625rem',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
    ':focus': focusedFieldLook,
  },
  wrongInput: { border: `1px solid ${tokens.colorStatusDangerBorderActive}` },
  unit: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  wrong: {
    margin: 0,
    maxInlineSize: '18rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorStatusDangerForeground1,
    overflowWrap: 'anywhere',
    ':empty': { display: 'none' },
  },
});

/**
 * A field for a threshold. The typed text applies after every key, and all of it is one step in the history. Where the
 * text is not a number, the field says so, and the threshold in force stays. An empty field asks for nothing: when the
 * person leaves it empty, it shows the threshold in force again.
 */
export function ThresholdField({
  label,
  unit,
  hint,
  value,
  written,
  read,
  wrong,
  onChange,
}: {
  readonly label: string;
  readonly unit: string;
  /** What the threshold is about, where the label does not say it. */
  readonly hint?: string;
  readonly value: number;
  /** The value as a person types it, without separators between thousands. */
  readonly written: string;
  /** The number that a text stands for; null where it stands for none. */
  readonly read: (text: string) => number | null;
  /** The sentence about a text that is not a number. */
  readonly wrong: (text: string) => string;
  /** `act` is the same object as long as the typing goes on. */
  readonly onChange: (value: number, act: object) => void;
}) {
  const styles = useStyles();
  const id = useId();
  const draft = useDraft(String(value));
  const typing = useRef({});
  const text = draft.text ?? written;
  const isWrong = draft.text !== null && text.trim() !== '' && read(text) === null;

  function type(typed: string): void {
    const number = typed.trim() === '' ? null : read(typed);
    if (number === null) {
      draft.type(typed);
      return;
    }
    draft.type(typed, String(number));
    onChange(number, typing.current);
  }

  return (
    <div className={styles.root}>
      <label htmlFor={id} className={styles.label} title={hint}>
        {label}
      </label>
      <div className={styles.box}>
        <input
          id={id}
          className={mergeClasses(styles.input, isWrong && styles.wrongInput)}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          title={hint}
          aria-describedby={`${id}-wrong`}
          aria-invalid={isWrong}
          value={text}
          onChange={({ target }) => type(target.value)}
          onFocus={() => {
            typing.current = {};
          }}
          onBlur={() => {
            typing.current = {};
            // A wrong text stays, so that the person can correct it.
            if (!isWrong) draft.drop();
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape' && draft.text !== null) {
              event.preventDefault();
              draft.drop();
            }
          }}
        />
        <span aria-hidden className={styles.unit}>
          {unit}
        </span>
      </div>
      <p id={`${id}-wrong`} role="alert" className={styles.wrong}>
        {isWrong ? wrong(text.trim()) : ''}
      </p>
    </div>
  );
}
