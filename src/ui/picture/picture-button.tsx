import { ImageRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useState } from 'react';
import type { Fetchable } from '#ui/fetched-part.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { MenuButton } from '#ui/menu-button.tsx';
import type { PictureMenu } from './picture-menu.tsx';
import type { Picture } from './picture.ts';
import { pictureTexts } from './texts.ts';

const useStyles = makeStyles({
  root: { position: 'relative', flexShrink: 0 },
  // It is in the gap below, so that nothing moves.
  said: {
    position: 'absolute',
    zIndex: 2,
    insetBlockStart: '100%',
    insetInlineEnd: 0,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** The button for a picture of a chart. */
export function PictureButton({
  title,
  part,
  picture,
}: {
  readonly title: string;
  /** The part with the menu, whose code draws the picture. */
  readonly part: Fetchable<{ readonly PictureMenu: typeof PictureMenu }>;
  /** Makes the picture, when the menu opens. */
  readonly picture: () => Picture;
}) {
  const styles = useStyles();
  const t = useTexts(pictureTexts);
  const [said, setSaid] = useState('');
  const label = t.take({ chart: title });
  return (
    <span className={styles.root} onBlur={() => setSaid('')}>
      <MenuButton label={label} title={label} icon={<ImageRegular />} part={part}>
        {({ PictureMenu: Menu }, opened) => <Menu {...opened} picture={picture()} onSay={setSaid} />}
      </MenuButton>
      {/* This text is spoken, but has no role `status`: that role belongs to the progress of the rows. */}
      <span aria-live="polite" className={styles.said}>
        {said}
      </span>
    </span>
  );
}
