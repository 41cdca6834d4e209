import { Button } from '@fluentui/react-button';
import { useId, useState, type JSX, type ReactNode } from 'react';

/** The button that a menu belongs to and has its name from, and what closes it. */
export type OpenMenu = { readonly button: HTMLElement; readonly onClose: () => void };

/**
 * A button with a menu whose code is fetched when the pointer or the focus comes to the button, or at the latest when
 * it is pressed: menus are large, and most visits open none.
 */
export function MenuButton<Part>({
  label,
  title,
  icon,
  load,
  failed,
  children,
}: {
  readonly label: string;
  /** What is said of the icon under the pointer. Without it, the label stands beside the icon. */
  readonly title?: string;
  readonly icon: JSX.Element;
  /** Fetches the part with the menu. */
  readonly load: () => Promise<Part>;
  /** What stands by the button where the menu could not be fetched; `onRetry` tries again. */
  readonly failed: (error: unknown, onRetry: () => void) => ReactNode;
  /** The menu, an `OpenedMenu`, from the part that has come. */
  readonly children: (part: Part, menu: OpenMenu) => ReactNode;
}) {
  /** The button while the menu is open. */
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const [part, setPart] = useState<{ readonly arrived: Part } | null>(null);
  const [error, setError] = useState<{ readonly problem: unknown; readonly onRetry: () => void } | null>(
    null,
  );

  function fetchPart(onError: (error: unknown) => void): void {
    if (part === null) load().then((arrived) => setPart({ arrived }), onError);
  }

  function open(button: HTMLElement): void {
    setOpener(button);
    setError(null);
    fetchPart((problem) => {
      setOpener(null);
      setError({ problem, onRetry: () => open(button) });
    });
  }

  const id = useId();
  const prefetch = () => fetchPart(() => undefined);

  return (
    <>
      <Button
        id={id}
        appearance="subtle"
        icon={icon}
        aria-label={label}
        title={title}
        aria-haspopup="menu"
        aria-expanded={opener !== null}
        onPointerEnter={prefetch}
        onFocus={prefetch}
        onClick={({ currentTarget }) => {
          if (opener === null) open(currentTarget);
          else setOpener(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || opener !== null) return;
          event.preventDefault();
          event.currentTarget.click();
        }}
      >
        {title === undefined && label}
      </Button>
      {opener !== null &&
        part !== null &&
        children(part.arrived, { button: opener, onClose: () => setOpener(null) })}
      {error !== null && failed(error.problem, error.onRetry)}
    </>
  );
}
