import { tokens } from '@fluentui/react-theme';
import { makeResetStyles, makeStyles, mergeClasses } from '@griffel/react';
import type { ComponentProps, JSX } from 'react';

/** The colours of one state: background, border, text. */
type Colours = readonly [background: string, border: string, text: string];

const colours = ([backgroundColor, borderColor, color]: Colours) => ({
  backgroundColor,
  borderColor,
  color,
});

/** The looks of a button of one appearance at rest, under the pointer, and pressed; sizes and colours are Fluent's. */
const lookOf = (rest: Colours, hover: Colours, pressed: Colours, disabledBackground: string) =>
  ({
    ...colours(rest),
    boxSizing: 'border-box',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    margin: 0,
    overflow: 'hidden',
    borderStyle: 'solid',
    borderWidth: tokens.strokeWidthThin,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    cursor: 'pointer',
    transitionDuration: tokens.durationFaster,
    transitionProperty: 'background, border, color',
    transitionTimingFunction: tokens.curveEasyEase,
    ':hover': colours(hover),
    ':hover:active,:active:focus-visible': colours(pressed),
    // There are two rings: one of them is visible on any colour of the button.
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      boxShadow: `0 0 0 3px ${tokens.colorStrokeFocus1} inset`,
    },
    // This is stronger than all rules before, since a disabled button can be under the pointer too.
    '&&:disabled,&&[aria-disabled="true"]': {
      ...colours([disabledBackground, 'transparent', tokens.colorNeutralForegroundDisabled]),
      cursor: 'not-allowed',
    },
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
  }) as const;

const useSecondary = makeResetStyles(
  lookOf(
    [tokens.colorNeutralBackground1, tokens.colorNeutralStroke1, tokens.colorNeutralForeground1],
    [
      tokens.colorNeutralBackground1Hover,
      tokens.colorNeutralStroke1Hover,
      tokens.colorNeutralForeground1Hover,
    ],
    [
      tokens.colorNeutralBackground1Pressed,
      tokens.colorNeutralStroke1Pressed,
      tokens.colorNeutralForeground1Pressed,
    ],
    tokens.colorNeutralBackgroundDisabled,
  ),
);
const onBrand: readonly [string, string] = ['transparent', tokens.colorNeutralForegroundOnBrand];
const usePrimary = makeResetStyles(
  lookOf(
    [tokens.colorBrandBackground, ...onBrand],
    [tokens.colorBrandBackgroundHover, ...onBrand],
    [tokens.colorBrandBackgroundPressed, ...onBrand],
    tokens.colorNeutralBackgroundDisabled,
  ),
);
const useSubtle = makeResetStyles(
  lookOf(
    [tokens.colorSubtleBackground, 'transparent', tokens.colorNeutralForeground2],
    [tokens.colorSubtleBackgroundHover, 'transparent', tokens.colorNeutralForeground2Hover],
    [tokens.colorSubtleBackgroundPressed, 'transparent', tokens.colorNeutralForeground2Pressed],
    tokens.colorTransparentBackground,
  ),
);

const useStyles = makeStyles({
  small: {
    columnGap: tokens.spacingHorizontalXS,
    minInlineSize: '4rem',
    paddingBlock: '0.1875rem',
    paddingInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    // It stays small among texts, but a finger meets it also beside its edge.
    '@media (pointer: coarse)': {
      position: 'relative',
      overflow: 'visible',
      '::after': { content: '""', position: 'absolute', insetBlock: '-0.625rem', insetInline: '-0.5rem' },
    },
  },
  medium: {
    columnGap: tokens.spacingHorizontalSNudge,
    minInlineSize: '6rem',
    paddingBlock: '0.3125rem',
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    minBlockSize: 'var(--control)',
  },
  large: {
    columnGap: tokens.spacingHorizontalSNudge,
    minInlineSize: '6rem',
    paddingBlock: '0.5rem',
    paddingInline: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  // An icon is higher than the text beside it.
  smallWithIcon: { paddingBlock: '0.0625rem' },
  smallIcon: { minInlineSize: '1.5rem', paddingInline: '0.0625rem' },
  mediumIcon: { minInlineSize: 'var(--control)', paddingInline: '0.3125rem' },
  icon: { display: 'inline-flex', flexShrink: 0, fontSize: '1.25rem' },
});

/**
 * A button that looks like Fluent's. It is the platform's own element: Fluent's component brings styles for every shape
 * and state that it has, which are 4 kB of the first figures.
 *
 * @param icon stands before the text; a button without a text is as wide as it is high
 * @param disabledFocusable does nothing, but keeps the focus and what it says of itself
 */
export function Button({
  appearance = 'secondary',
  size = 'medium',
  icon,
  disabledFocusable = false,
  className,
  onClick,
  children,
  ...others
}: {
  readonly appearance?: 'secondary' | 'primary' | 'subtle';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: JSX.Element;
  readonly disabledFocusable?: boolean;
} & ComponentProps<'button'>) {
  const styles = useStyles();
  const looks = { secondary: useSecondary(), primary: usePrimary(), subtle: useSubtle() };
  const isSmall = size === 'small';
  return (
    <button
      type="button"
      {...others}
      {...(disabledFocusable ? { 'aria-disabled': true } : { onClick })}
      className={mergeClasses(
        looks[appearance],
        styles[size],
        icon !== undefined && isSmall && styles.smallWithIcon,
        !children && (isSmall ? styles.smallIcon : styles.mediumIcon),
        className,
      )}
    >
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      {children}
    </button>
  );
}
