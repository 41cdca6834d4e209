import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// The directory sends people back to this page. The page passes the directory's answer on, and goes to the address that
// was left.
broadcastResponseToMainFrame().catch(() => {
  // The page was opened by hand, or the answer is too old: there is nothing to pass on.
  location.replace('./');
});
