/** Resolves in a later turn of the event loop: messages that the page or the worker has got meanwhile go first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    // `setTimeout` would wait four milliseconds more where it is nested.
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
 * Lets the event loop go on in the middle of long work. Input and frames go first; other work does not, where the
 * browser can distinguish them.
 */
export function breathe(): Promise<void> {
  // Not every browser has it yet: https://developer.mozilla.org/docs/Web/API/Scheduler/yield
  const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? nextTurn();
}
