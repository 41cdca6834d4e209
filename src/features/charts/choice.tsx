import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId } from 'react';
import { createPart } from '#query/part.ts';
import { loadSelect, SelectButton } from '#ui/select-button.tsx';

const selectPart = createPart(loadSelect);

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '0.375rem',
    '@container (max-width: 38.75rem)': { flexDirection: 'column', alignItems: 'stretch' },
  },
  // It is as wide as the longest name in English, so that its width does not change with the choice.
  select: { display: 'flex', width: '7.5rem', '@container (max-width: 38.75rem)': { width: 'auto' } },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onChoose: (option: T) => void;
};

/**
 * A choice of one of a few options. It is not the browser's own list, whose options are on the page while it is closed.
 */
export function Choice<T extends string>({ label, value, options, names, onChoose }: ChoiceProps<T>) {
  const styles = useStyles();
  const id = useId();
  return (
    <span className={styles.root}>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={styles.select}>
        <SelectButton
          part={selectPart}
          id={id}
          size="small"
          face={names[value]}
          options={options.map((option) => ({ value: option, name: names[option] }))}
          chosen={[value]}
          onPick={onChoose}
        />
      </span>
    </span>
  );
}
