let giveUpLast: () => void = () => undefined;

/**
 * Is called where a person opens a dialog or a menu whose code has to be fetched. The person then does not want what
 * they wanted to open before. So one cause, such as a network that is gone, is told only once, where the person is.
 *
 * @param giveUp removes what is being opened now, and the message where it can't be
 */
export function nowOpening(giveUp: () => void): void {
  giveUpLast();
  giveUpLast = giveUp;
}
