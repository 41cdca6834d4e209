import { useTexts } from '#ui/catalogue.ts';
import { CONTROL } from '#ui/control-key.ts';
import { texts } from './texts.ts';

/** The keys that have a meaning, and what each does, in the person's language. */
export function useShortcuts(): readonly { readonly keys: string; readonly does: string }[] {
  const { keys, does } = useTexts(texts);
  return [
    { keys: keys.commands({ control: CONTROL }), does: does.commands },
    { keys: '?', does: does.shortcuts },
    { keys: keys.savedViews, does: does.savedViews },
    { keys: keys.close, does: does.close },
    { keys: keys.move, does: does.move },
    { keys: keys.choose, does: does.choose },
    { keys: keys.copy({ control: CONTROL }), does: does.copy },
    { keys: keys.sort, does: does.sort },
  ];
}
