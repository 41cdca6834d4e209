import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useId, type ReactNode } from 'react';
import { AboutButton } from '#ui/about-button.tsx';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    minInlineSize: 0,
    paddingBlock: '0.75rem',
    paddingInline: 'var(--figure-padding)',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // It is in the corner, so that the text beside it keeps its room.
  about: { position: 'absolute', insetBlockStart: '0.5rem', insetInlineEnd: '0.25rem' },
  label: {
    marginInlineEnd: '0.75rem',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  // Both font sizes have one line height, so that all values stand on one line across the strip.
  value: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '0.5rem',
    blockSize: '2.5rem',
    lineHeight: '2.5rem',
    whiteSpace: 'nowrap',
    // It is as large as the longest value of its kind has room for, whole and not cut off.
    fontSize: `min(${tokens.fontSizeBase600}, calc(var(--plain-room) / var(--plain-length)))`,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground1,
  },
  strong: {
    fontSize: `min(${tokens.fontSizeHero800}, calc(var(--strong-room) / var(--strong-length)))`,
    fontWeight: tokens.fontWeightSemibold,
    '@container (max-width: 51.25rem)': {
      fontSize: `min(${tokens.fontSizeHero700}, calc(var(--strong-room) / var(--strong-length)))`,
    },
  },
  caption: {
    minBlockSize: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
    // In the least room a caption takes two lines: so nothing below moves when it comes.
    '@container (max-width: 21.25rem)': { minBlockSize: `calc(2 * ${tokens.lineHeightBase200})` },
    '@container (min-width: 51.25rem) and (max-width: 68.75rem)': {
      minBlockSize: `calc(2 * ${tokens.lineHeightBase200})`,
    },
  },
  change: { display: 'flex', minBlockSize: tokens.lineHeightBase200 },
  // It is as long as a usual value, so that nothing moves when the value comes.
  placeholder: {
    inlineSize: '6ch',
    alignSelf: 'center',
    blockSize: '0.7em',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1Alpha,
  },
});

type FigureProps = {
  readonly label: string;
  /** null while the value is not there. */
  readonly value: ReactNode;
  readonly caption: ReactNode;
  /** The change of the figure; undefined where nothing is compared, so that it takes no room. */
  readonly change?: ReactNode;
  readonly onAbout: () => void;
  /** The figure is the answer itself, and not one of the numbers that it is computed from. */
  readonly strong?: boolean;
};

/** One figure: a group that is named by its label and holds its value. */
export function Figure({ label, value, caption, change, onAbout, strong = false }: FigureProps) {
  const styles = useStyles();
  const labelId = useId();
  return (
    <div role="group" aria-labelledby={labelId} className={styles.root}>
      <div id={labelId} className={styles.label}>
        {label}
      </div>
      <div className={mergeClasses(styles.value, strong && styles.strong)}>
        {value ?? <span className={styles.placeholder} />}
      </div>
      <AboutButton name={label} className={styles.about} onOpen={onAbout} />
      {change !== undefined && <div className={styles.change}>{change}</div>}
      <div className={styles.caption}>{caption}</div>
    </div>
  );
}
