import { tokens } from '@fluentui/react-theme';
import { makeStyles, type GriffelStyle } from '@griffel/react';
import type { CSSProperties } from 'react';
import { popoverLook } from './popover-look.ts';

/** The style of the option that Enter chooses. */
export const activeOptionLook = {
  outlineStyle: 'solid',
  outlineWidth: '2px',
  outlineOffset: '-2px',
  outlineColor: tokens.colorStrokeFocus2,
} satisfies GriffelStyle;

/** The style of a combobox's list and of its options. */
export const useListLook = makeStyles({
  list: {
    ...popoverLook,
    ':popover-open': { display: 'flex' },
    flexDirection: 'column',
    rowGap: '2px',
    minInlineSize: 'anchor-size(inline)',
    inlineSize: 'max-content',
    maxInlineSize: '90vw',
    padding: '0.25rem',
    fontSize: tokens.fontSizeBase300,
  },
  option: {
    display: 'flex',
    alignItems: 'start',
    flexShrink: 0,
    columnGap: '0.375rem',
    paddingBlock: '0.375rem',
    paddingInline: '0.375rem 0.5rem',
    borderRadius: tokens.borderRadiusMedium,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
  },
  // The option that the keys are at. The pointer leads to options too, which needs no outline.
  active: { '&[data-focus-visible]': activeOptionLook },
});

/** The name of a field for the browser, which puts the field's list beside it. */
const anchorName = (fieldId: string): string => `--${fieldId.replaceAll(/[^\w-]/gu, '')}`;

/** The style of a field that has a list. */
export const anchorOf = (fieldId: string): CSSProperties => ({ anchorName: anchorName(fieldId) });

/** The style of a field's list. */
export const atAnchor = (fieldId: string): CSSProperties => ({ positionAnchor: anchorName(fieldId) });

/** A list is open as long as it is rendered. It lies over everything else, also over a dialog. */
export const asPopover = {
  popover: 'manual',
  ref: (list: HTMLElement | null) => list?.showPopover(),
} as const;

/** The focus stays in the field when an option is pressed. */
export const keepFocus = (event: { readonly preventDefault: () => void }): void => event.preventDefault();
