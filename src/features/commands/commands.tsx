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

/** The dialog that is open; null where none is. The help is not a part of this feature: it is made of several. */
export type OpenedCommands = 'commands' | 'shortcuts' | 'help' | 'about' | null;

/** A view of the app that a command leads to. */
export type NamedView = { readonly name: ViewName; readonly label: string };

/** The palette of commands, the list of shortcuts, and the keys that open them and saved views. */
export function Commands({
  opened,
  onOpen,
  views,
}: {
  readonly opened: OpenedCommands;
  /** The function has to be stable. */
  readonly onOpen: (opened: OpenedCommands) => void;
  readonly views: readonly NamedView[];
}) {
  const { accountId } = useSource();
  const { show } = useView();
  // The keys work anywhere on the page.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Another dialog takes the keys, and an input method takes the characters.
      const isElsewhere = document.querySelector('dialog[open]') !== null;
      if (event.defaultPrevented || event.isComposing || isElsewhere) return;
      const command = keyCommandOf(event, areSingleKeysOn() && !takesCharacters(event.target));
      // A person who begins the key combination will type next.
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
