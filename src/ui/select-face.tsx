import { ChevronDownRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';

const useStyles = makeStyles({
  text: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  mark: { flexShrink: 0, fontSize: '1.25rem', color: tokens.colorNeutralStrokeAccessible },
  smallMark: { fontSize: '1rem' },
});

/** The content of a select's button: the text of what is chosen, and the mark of a list. */
export function SelectFace({ text, isSmall }: { readonly text: string; readonly isSmall: boolean }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.text} title={text}>
        {text}
      </span>
      <ChevronDownRegular aria-hidden className={mergeClasses(styles.mark, isSmall && styles.smallMark)} />
    </>
  );
}
