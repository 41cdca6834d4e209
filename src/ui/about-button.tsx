import { Button } from './button.tsx';
import { InfoRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { aboutTexts } from './about-texts.ts';
import { useTexts } from './catalogue.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    minInlineSize: '1.5rem',
    inlineSize: '1.5rem',
    blockSize: '1.5rem',
    padding: 0,
    color: tokens.colorNeutralForeground3,
  },
});

/** A button that opens the explanation of a figure. */
export function AboutButton({
  name,
  className,
  onOpen,
}: {
  /** The name of the figure. */
  readonly name: string;
  readonly className?: string | undefined;
  readonly onOpen: () => void;
}) {
  const styles = useStyles();
  const t = useTexts(aboutTexts);
  const label = t.about({ name });
  return (
    <Button
      appearance="subtle"
      size="small"
      className={mergeClasses(styles.root, className)}
      icon={<InfoRegular fontSize="1rem" />}
      aria-label={label}
      aria-haspopup="dialog"
      title={label}
      onClick={onOpen}
    />
  );
}
