import { Button } from '#ui/button.tsx';
import { CopyRegular, DeleteRegular, HomeFilled, HomeRegular, RenameRegular } from '@fluentui/react-icons';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '#ui/catalogue.ts';
import { parseView } from '#view/address.ts';
import type { SavedView } from '#view/saved-views-entry.ts';
import type { SavedViewTexts } from '#view/saved-views.ts';
import { useView } from '#view/use-view.ts';
import type { View } from '#view/view.ts';
import { NameForm } from './name-form.tsx';
import { texts } from './texts.ts';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    columnGap: '0.5rem',
    paddingBlock: '0.375rem',
    paddingInline: '0.25rem',
    borderBlockEndWidth: '1px',
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  said: {
    flexGrow: 1,
    flexBasis: '12rem',
    minInlineSize: 0,
    paddingBlock: '0.25rem',
    overflowWrap: 'anywhere',
  },
  link: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  start: {
    marginInlineStart: '0.5rem',
    paddingInline: '0.375rem',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  description: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre-line',
  },
  edited: { paddingBlock: '0.75rem' },
  actions: { display: 'flex', marginInlineStart: 'auto' },
});

/** One saved view: a link to it, and what a person can do with it. */
export function SavedViewItem({
  saved: { name, description, address },
  isStart,
  onOpen,
  onStart,
  onRename,
  onDuplicate,
  onDelete,
}: {
  readonly saved: SavedView;
  readonly isStart: boolean;
  readonly onOpen: (view: View) => void;
  readonly onStart: () => void;
  readonly onRename: (texts: SavedViewTexts) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const { hrefOf } = useView();
  const [isRenamed, setIsRenamed] = useState(false);
  const actions = useRef<HTMLDivElement>(null);
  const { view } = parseView(address);

  function endRenaming(): void {
    // The button has to be there before it can get the focus again.
    flushSync(() => setIsRenamed(false));
    actions.current?.querySelector<HTMLElement>('[data-renames]')?.focus();
  }

  if (isRenamed) {
    return (
      <li className={mergeClasses(styles.item, styles.edited)}>
        <NameForm
          begun={{ name, description }}
          action={t.apply}
          takesFocus
          onCancel={endRenaming}
          onDone={(next) => {
            onRename(next);
            endRenaming();
          }}
        />
      </li>
    );
  }
  const startName = (isStart ? t.noStart : t.makeStart)({ name });
  return (
    <li className={styles.item}>
      <div className={styles.said}>
        <a
          className={styles.link}
          href={hrefOf(view)}
          dir="auto"
          onClick={(event) => {
            // The view opens in another tab or window, as any link does.
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            onOpen(view);
          }}
        >
          {name}
        </a>
        {isStart && <span className={styles.start}>{t.start}</span>}
        {description !== '' && (
          <p className={styles.description} dir="auto">
            {description}
          </p>
        )}
      </div>
      <div ref={actions} className={styles.actions}>
        <Button
          appearance="subtle"
          icon={isStart ? <HomeFilled /> : <HomeRegular />}
          aria-label={startName}
          title={startName}
          onClick={onStart}
        />
        <Button
          data-renames
          appearance="subtle"
          icon={<RenameRegular />}
          aria-label={t.rename({ name })}
          title={t.rename({ name })}
          onClick={() => setIsRenamed(true)}
        />
        <Button
          appearance="subtle"
          icon={<CopyRegular />}
          aria-label={t.duplicate({ name })}
          title={t.duplicate({ name })}
          onClick={onDuplicate}
        />
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={t.delete({ name })}
          title={t.delete({ name })}
          onClick={onDelete}
        />
      </div>
    </li>
  );
}
