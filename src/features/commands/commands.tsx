import { useEffect } from 'react';
import { createPart, prefetch } from '#query/part.ts';
import { useSource } from '#query/source.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { parseView } from '#view/address.ts';
import { localEntry } from '#view/local-entry.ts';
import { namesFor, parseStored } from '#view/saved-views-entry.ts';
import { useView } from '#view/use-view.ts';
import type { ViewName } from '#view/view.ts';
import { keyCommandOf, takesCharacters } from './keys.ts';
import { areSingleKeysOn } from './single-keys.ts';

const palette = createPart(() => import('./palette.tsx'));
const shortcuts = createPart(() => import('./shortcuts.tsx'));
const about = createPart(() => import('./about.tsx'));

/** What of the commands, and of what is said about the page, is open; null: nothing. */
export type OpenedCommands = 'commands' | 'shortcuts' | 'about' | null;

/** A view of the app that a command leads to. */
export type NamedView = { readonly name: ViewName; readonly label: string };

/** The commands by typing, the list of shortcuts, and the keys that lead to them and to saved views. */
export function Commands({
  opened,
  onOpen,
  views,
}: {
  readonly opened: OpenedCommands;
  /** Stable. */
  readonly onOpen: (opened: OpenedCommands) => void;
  readonly views: readonly NamedView[];
}) {
  const { accountId } = useSource();
  const { show } = useView();
  // Keys are pressed anywhere on the page.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Another dialog has the keys, and an input method the characters.
      const isElsewhere = document.querySelector('dialog[open]') !== null;
      if (event.defaultPrevented || event.isComposing || isElsewhere) return;
      const command = keyCommandOf(event, areSingleKeysOn() && !takesCharacters(event.target));
      // Who begins the combination will type next.
      if (event.key === 'Control' || event.key === 'Meta') prefetch(palette);
      if (command === null) return;
      if (command.kind === 'savedView') {
        const { own, kept } = namesFor(accountId);
        const saved = parseStored(localEntry(kept) ?? localEntry(own)).views[command.place - 1];
        if (saved === undefined) return;
        show(parseView(saved.address).view);
      } else onOpen(command.kind);
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [accountId, show, onOpen]);

  const close = (): void => onOpen(null);
  if (opened === 'commands') {
    return (
      <FetchedPart part={palette}>
        {({ Palette }) => <Palette views={views} onClose={close} onOpen={onOpen} />}
      </FetchedPart>
    );
  }
  if (opened === 'shortcuts') {
    return <FetchedPart part={shortcuts}>{({ Shortcuts }) => <Shortcuts onClose={close} />}</FetchedPart>;
  }
  if (opened === 'about') {
    return <FetchedPart part={about}>{({ About }) => <About onClose={close} />}</FetchedPart>;
  }
  return null;
}
