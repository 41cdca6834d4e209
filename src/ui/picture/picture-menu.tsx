import { MenuItem } from '@fluentui/react-menu';
import { download } from '#ui/download.ts';
import { useTexts } from '#ui/catalogue.ts';
import { useLocalization } from '#ui/language.ts';
import type { OpenMenu } from '#ui/menu-button.tsx';
import { OpenedMenu } from '#ui/opened-menu.tsx';
import type { Picture } from './picture.ts';
import { pngOf } from './png.ts';
import { drawSvg } from './svg.ts';
import { pictureTexts } from './texts.ts';

/** A name that every system accepts for a file. */
function fileNameOf({ title, lines: [first = ''] }: Picture): string {
  return `${title} ${first}`
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replaceAll(/^-|-$/gu, '');
}

/** The menu to save a picture of a chart as a file, or to copy it. */
export function PictureMenu({
  picture,
  onSay,
  ...menu
}: OpenMenu & {
  readonly picture: Picture;
  readonly onSay: (text: string) => void;
}) {
  const t = useTexts(pictureTexts);
  const { direction } = useLocalization();
  const saveSvg = (): void =>
    download(
      new Blob([drawSvg(picture, direction).svg], { type: 'image/svg+xml' }),
      `${fileNameOf(picture)}.svg`,
    );
  const drawPng = (): Promise<Blob> => {
    const { svg, size } = drawSvg(picture, direction);
    return pngOf(svg, size);
  };
  const copy = async (): Promise<void> => {
    try {
      // The promise itself is given, not its result: some browsers let the page write to the clipboard only within the
      // click.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawPng() })]);
      onSay(t.copied);
    } catch {
      onSay(t.notCopied);
    }
  };
  return (
    <OpenedMenu {...menu}>
      <MenuItem onClick={() => void copy()}>{t.copy}</MenuItem>
      <MenuItem onClick={() => void drawPng().then((png) => download(png, `${fileNameOf(picture)}.png`))}>
        {t.png}
      </MenuItem>
      <MenuItem onClick={saveSvg}>{t.svg}</MenuItem>
    </OpenedMenu>
  );
}
