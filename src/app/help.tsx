import { useShortcuts } from '#features/commands/use-shortcuts.ts';
import { explanations } from '#features/explain/explanations-texts.ts';
import { useExplainedNames } from '#features/explain/names.ts';
import { Help } from '#features/help/help.tsx';
import { useTexts } from '#ui/catalogue.ts';
import { EXPLAINED } from '#view/view.ts';

/** The help, with what the page's explanations and the list of shortcuts say. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const names = useExplainedNames();
  const explained = useTexts(explanations);
  return (
    <Help
      terms={EXPLAINED.map((term) => ({ name: names[term], ...explained[term] }))}
      shortcuts={useShortcuts()}
      onClose={onClose}
    />
  );
}
