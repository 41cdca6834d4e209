import { Dropdown, Option } from '@fluentui/react-combobox';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useId } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    '@container (max-width: 620px)': { flexDirection: 'column', alignItems: 'stretch' },
  },
  // As wide as the longest name in English: it does not jump with the choice.
  dropdown: { minWidth: '120px' },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onChoose: (option: T) => void;
};

/** One of a few options. Not the browser's own list: its options would be on the page while it is closed. */
export function Choice<T extends string>({ label, value, options, names, onChoose }: ChoiceProps<T>) {
  const styles = useStyles();
  const id = useId();
  return (
    <span className={styles.root}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Dropdown
        id={id}
        size="small"
        className={styles.dropdown}
        inlinePopup
        value={names[value]}
        selectedOptions={[value]}
        onOptionSelect={(_, { optionValue }) => {
          const option = options.find((one) => one === optionValue);
          if (option !== undefined) onChoose(option);
        }}
      >
        {options.map((option) => (
          <Option key={option} value={option}>
            {names[option]}
          </Option>
        ))}
      </Dropdown>
    </span>
  );
}
