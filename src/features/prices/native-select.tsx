import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId } from 'react';
import { fieldLook, focusedFieldLook } from '#ui/field-look.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '0.125rem', minInlineSize: 0 },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  select: {
    ...fieldLook,
    inlineSize: '100%',
    blockSize: '2rem',
    paddingInline: '0.5rem',
    ':focus': focusedFieldLook,
  },
});

const UNSET = 'unset';

/**
 * A field to choose one of few values, or none. It is the browser's own field, which works best in a dialog on a phone.
 */
export function NativeSelect({
  label,
  unset,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  /** The text while nothing is chosen. */
  readonly unset: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string | null) => void;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value === null ? UNSET : `=${value}`}
        onChange={({ target }) => onChange(target.value === UNSET ? null : target.value.slice(1))}
      >
        <option value={UNSET}>{unset}</option>
        {options.map((option) => (
          <option key={option.value} value={`=${option.value}`}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
