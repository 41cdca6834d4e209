import { OpenRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { customerLinkTexts } from './customer-link-texts.ts';
import { isPlainClick } from './is-plain-click.ts';
import { mirroredLook } from './mirrored-look.ts';
import { useTexts } from './catalogue.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    // It lies above what is behind it, which may be a button as large as its row.
    zIndex: 2,
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    inlineSize: '1.5rem',
    blockSize: '1.5rem',
    borderRadius: tokens.borderRadiusMedium,
    fontSize: '0.875rem',
    color: tokens.colorNeutralForeground3,
    ':hover': {
      color: tokens.colorBrandForegroundLinkHover,
      backgroundColor: tokens.colorSubtleBackgroundHover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: mirroredLook,
});

/** The address of a customer's view, and how the page goes there. */
export type CustomerTarget = {
  readonly href: string;
  readonly open: () => void;
  /**
   * The address at the moment when the pointer comes, for a link whose row may have changed without being drawn again.
   */
  readonly hrefNow?: () => string;
};

/** A link to the view of a customer, beside its name, where a click on the name itself does something else. */
export function CustomerLink({
  name,
  target,
  tabIndex,
}: {
  readonly name: string;
  readonly target: CustomerTarget;
  /** Where it stands within a widget that is one stop for the keyboard: -1 unless it is that stop. */
  readonly tabIndex?: 0 | -1;
}) {
  const styles = useStyles();
  const t = useTexts(customerLinkTexts);
  const label = t.open({ name });
  return (
    <a
      className={styles.root}
      data-screen
      href={target.href}
      aria-label={label}
      title={label}
      draggable={false}
      tabIndex={tabIndex}
      onPointerEnter={({ currentTarget }) => {
        if (target.hrefNow !== undefined) currentTarget.href = target.hrefNow();
      }}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        target.open();
      }}
    >
      <OpenRegular className={styles.icon} aria-hidden />
    </a>
  );
}
