import { Button } from './button.tsx';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useTexts } from './catalogue.ts';
import { partTexts } from './part-texts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '0.75rem',
    rowGap: '0.5rem',
    boxSizing: 'border-box',
    paddingBlock: '0.5rem',
    paddingInline: '0.75rem',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '0.25rem',
    borderInlineStartColor: tokens.colorStatusDangerBorderActive,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0 },
});

/**
 * Replaces a part of the page that could not be fetched (`isMissing`) or drawn. After a new version was deployed,
 * another try does not help, and some browsers never fetch again what failed once. So after a first try
 * (`isTriedAgain`) a reload is offered too. The address holds the view, so the reload keeps it.
 */
export function PartFailed({
  isMissing,
  isTriedAgain,
  advice,
  onRetry,
}: {
  readonly isMissing: boolean;
  readonly isTriedAgain: boolean;
  /** What the person can do without the part. */
  readonly advice?: string | undefined;
  readonly onRetry: () => void;
}) {
  const styles = useStyles();
  const t = useTexts(partTexts);
  const sentences = [
    isMissing ? t.missing : t.failed,
    isMissing && isTriedAgain ? t.newVersion : null,
    advice ?? null,
  ];
  return (
    <div role="alert" className={styles.root}>
      <p className={styles.text}>{sentences.filter((sentence) => sentence !== null).join(' ')}</p>
      <Button size="small" onClick={onRetry}>
        {t.tryAgain}
      </Button>
      {isTriedAgain && (
        <Button size="small" onClick={() => location.reload()}>
          {t.reload}
        </Button>
      )}
    </div>
  );
}
