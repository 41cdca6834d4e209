const GROUP = 'data-focus-group';

/** Attributes for an element whose controls come and go: a control that goes gives the focus to the one before it. */
export const focusGroup = { [GROUP]: '' } as const;

/** The elements that get the focus when a control has gone: a neighbour within a group, otherwise the region itself. */
const HOMES = `[${GROUP}], dialog, nav, section[aria-label], main`;

const CONTROLS = 'a[href], button, input, select, textarea, summary';

/** An element around a control, with the controls of a group in their order; the innermost comes first. */
type Home = { readonly element: HTMLElement; readonly controls: readonly HTMLElement[] };

/** The element with the focus, and the places that it goes to when the element is gone. */
type Place = { readonly element: HTMLElement; readonly homes: readonly Home[] };

function placeOf(element: HTMLElement): Place {
  const homes: Home[] = [];
  let home = element.closest<HTMLElement>(HOMES);
  while (home !== null) {
    const controls = home.hasAttribute(GROUP) ? [...home.querySelectorAll<HTMLElement>(CONTROLS)] : [];
    homes.push({ element: home, controls });
    home = home.parentElement?.closest<HTMLElement>(HOMES) ?? null;
  }
  return { element, homes };
}

function isThere(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled, [hidden] *, [hidden], [inert] *');
}

/** A region gets the focus only from here, so it is focusable only as long as it has it. */
function enter(region: HTMLElement): void {
  if (!region.hasAttribute('tabindex')) {
    region.tabIndex = -1;
    region.addEventListener('blur', () => region.removeAttribute('tabindex'), { once: true });
  }
  region.focus({ preventScroll: true });
}

function goOnFrom({ element, homes }: Place): void {
  for (const home of homes) {
    if (!isThere(home.element)) continue;
    const index = home.controls.indexOf(element);
    const neighbour = [...home.controls.slice(0, index).toReversed(), ...home.controls.slice(index + 1)].find(
      isThere,
    );
    if (neighbour !== undefined) neighbour.focus({ preventScroll: true });
    else if (!home.element.hasAttribute(GROUP)) enter(home.element);
    else continue;
    return;
  }
  const main = document.querySelector('main');
  if (main !== null) enter(main);
}

/**
 * From now on the focus does not fall to the page when its element is removed, disabled or hidden. Otherwise people who
 * use the keyboard or a screen reader would have to begin at the top again. This is the one place that decides where
 * the focus goes then. A part that moves the focus itself when it goes is not overruled.
 */
export function keepFocus(): void {
  let place: Place | null = null;
  document.addEventListener(
    'focusin',
    ({ target }) => {
      // In a list the focus stays in the field. The list's library tells by events of its own which option the keys are
      // at, and keeps it to itself that the focus is back in the field after a moment.
      if (target !== document.activeElement) return;
      place = target instanceof HTMLElement ? placeOf(target) : null;
    },
    { capture: true },
  );
  // A person who presses beside all controls has left the control that had the focus.
  document.addEventListener(
    'pointerup',
    () => {
      if (document.activeElement === document.body) place = null;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (place === null || isThere(place.element)) return;
    const left = place;
    place = null;
    goOnFrom(left);
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden', 'inert'],
  });
}
