import { Checkmark12Filled, CheckmarkRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  check: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '1rem',
    height: '1rem',
    // It is in the middle of the first line.
    marginBlockStart: '2px',
    fontSize: '1rem',
  },
  box: {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  checkedBox: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundInverted,
    // Without colours of its own, the square shows only the mark.
    '@media (forced-colors: active)': { color: 'ButtonText' },
  },
  name: { flexGrow: 1 },
  aside: {
    flexShrink: 0,
    marginInlineStart: '0.75rem',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
});

/** What stands in an option of a list: whether it is chosen, its name, and the text beside it. */
export function OptionContent({
  name,
  aside,
  isMultiple,
  isChosen,
}: {
  readonly name: ReactNode;
  readonly aside?: ReactNode;
  readonly isMultiple: boolean;
  readonly isChosen: boolean;
}) {
  const styles = useStyles();
  const mark = isMultiple ? <Checkmark12Filled /> : <CheckmarkRegular />;
  return (
    <>
      <span
        aria-hidden
        className={mergeClasses(
          styles.check,
          isMultiple && styles.box,
          isMultiple && isChosen && styles.checkedBox,
        )}
      >
        {isChosen && mark}
      </span>
      <span className={styles.name}>{name}</span>
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
    </>
  );
}
