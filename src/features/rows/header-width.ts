import { webLightTheme } from '@fluentui/react-theme';

// In pixels at the usual text size: the padding of the cell, and an arrow beside the text.
const AROUND_TEXT = 24 + 16;

/** The text of a header, as `grid-theme.ts` has it; its size is in pixels at the usual text size. */
const TEXT_SIZE = 12;
const FONT = `600 ${TEXT_SIZE}px ${webLightTheme.fontFamilyBase}`;

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/**
 * The width in pixels, at the usual text size, that a column needs so that its header is not cut off. The languages have
 * names of very different lengths.
 */
export function headerWidth(header: string): number {
  const known = widths.get(header);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  // Without a canvas the column keeps its usual width.
  if (context === null) return 0;
  context.font = FONT;
  const width = Math.ceil(context.measureText(header).width) + AROUND_TEXT;
  widths.set(header, width);
  return width;
}
