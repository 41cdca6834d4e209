import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// The directory sends people back to this page; it hands its answer on and goes to the address that was left.
broadcastResponseToMainFrame().catch(() => {
  // Opened by hand, or a stale answer: there is nothing to hand on.
  location.replace('./');
});
