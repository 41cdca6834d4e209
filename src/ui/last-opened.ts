let giveUpLast: () => void = () => undefined;

/**
 * Called where a person opens a dialog or a menu whose code has to be fetched. What they wanted to open before is then not
 * wanted any more: so that one cause, such as a network that is gone, is said once, where they are.
 *
 * @param giveUp takes away what is opened now, and what is said where it can't be
 */
export function nowOpening(giveUp: () => void): void {
  giveUpLast();
  giveUpLast = giveUp;
}
