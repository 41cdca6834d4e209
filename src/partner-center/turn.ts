/** Resolves in a later turn of the event loop: what the page or the worker has been sent meanwhile goes first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    // Not `setTimeout`: nested, it waits four milliseconds more.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/**
 * Lets the event loop go on in the middle of long work: input and frames go first, other work does not, where the
 * browser can tell them apart.
 */
export function breathe(): Promise<void> {
  // Not in every browser yet: https://developer.mozilla.org/docs/Web/API/Scheduler/yield
  const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? nextTurn();
}
