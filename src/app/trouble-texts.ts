import { defineTexts } from '#ui/catalogue.ts';

/** The texts about what went wrong, what the person can do, and what the page waits for. */
export const troubleTexts = defineTexts('app/trouble-texts', {
  details: 'Details',
  copyDetails: 'Copy details',
  copied: 'Copied',
  trouble: {
    invalidRequest: {
      heading: 'The service refused the question',
      advice:
        'It names what it did not accept below. Change the filter or the grouping, or clear the filters.',
    },
    signInNeeded: {
      heading: 'Your session has ended',
      advice: 'Sign in again: you come back to this very view.',
    },
    stepUpNeeded: {
      heading: 'Your directory asks for more proof',
      advice: 'A policy of your organization wants another step of sign-in. You come back to this very view.',
    },
    stepUpRefused: {
      heading: 'Signing in again did not prove enough',
      advice:
        'The service wants more than your new sign-in shows, so another try would not help. An administrator of your organization has to check which Conditional Access policies of Microsoft Entra ID apply to this application. Give them the details below. After the change, sign out and sign in again.',
    },
    roleMissing: {
      heading: 'This account may not read reports',
      advice:
        'It needs one of the Partner Center roles Global admin, Account admin, Report viewer or Executive report viewer. A global admin of your organization grants them under Account settings, User management.',
    },
    notServed: {
      heading: 'The report is not there',
      advice:
        'What answers at the configured address does not serve the license deployment report. Whoever runs this site can check apiBaseUrl in config.json and the forwarding of /v1.',
    },
    throttled: {
      heading: 'The service asks to slow down',
      advice: 'Too many requests came in a short time. Wait a moment, then try again.',
    },
    unavailable: {
      heading: 'The service is not available',
      advice: 'It may be back in a minute: try again. The view is kept.',
    },
    network: {
      heading: 'No connection to the service',
      advice: 'Check the network, then try again. The view is kept.',
    },
    interrupted: {
      heading: 'The answer did not arrive whole',
      advice:
        'Something between this page and the service broke it off or answered in its place, so nothing of it is shown. Try again; if it stays, ask whoever runs the network or this site.',
    },
    unreadableResponse: {
      heading: 'The answer could not be read',
      advice:
        'What came is not what the service documents, so nothing of it is shown. Try again; if it stays, report the details below.',
    },
    snapshotChanged: {
      heading: 'The data changed while it was read',
      advice:
        'The service put a new snapshot in place meanwhile, and figures of two snapshots must not be mixed. Try again.',
    },
    pagesOverlap: {
      heading: 'The pages of the answer overlap',
      advice:
        'Rows would be counted twice, so nothing of it is shown. Try again; if it stays, report the details below.',
    },
    emptyPages: {
      heading: 'The answer does not come to an end',
      advice:
        'The service sends one page without rows after the other, so nothing of it is shown. Try again; if it stays, report the details below.',
    },
    filterTooLong: {
      heading: 'The filter is too long for the service',
      advice:
        'It can’t be asked in parts either, because all of it has to hold at once. Exclude fewer values, or say which ones to include instead.',
    },
    tooManyParts: {
      heading: 'The filter has too many values for the service',
      advice:
        'It would take more than a hundred requests for each figure, so it is not asked. Choose fewer values, or say which ones to exclude instead.',
    },
    browserFailed: {
      heading: 'The browser gave up on the rows',
      advice:
        'It may be short of memory: close what you don’t need, then try again. If it stays, reload the page. The view is kept.',
    },
    unexpected: {
      heading: 'This page made a mistake',
      advice:
        'The answer could not be shown. Try again; if it stays, reload the page, and report the details below. The view is kept.',
    },
  },
  secondFactorNeeded: {
    heading: 'Microsoft wants a second factor',
    advice:
      'Partner Center answers only those who signed in with more than a password, for instance with an app or a code as well. A window opens where you confirm it. Then this page goes on with the same view and all that is loaded.',
  },
  secondFactorRefused: {
    heading: 'The service still sees no second factor',
    advice:
      'Your new sign-in does not show one either, so another try would not help. An administrator of your organization has to do one of two things: set a Conditional Access policy in Microsoft Entra ID that demands multi-factor sign-in for this application; or, where people sign in with another identity provider, make it pass on that they used a second factor. Give them the details below. After the change, sign out and sign in again.',
  },
  signInWithSecondFactor: 'Sign in with a second factor',
  askedToWait:
    '{minutes, plural, one {The service asked to wait # minute.} other {The service asked to wait # minutes.}}',
  // `heading` says what is wrong.
  waiting: '{heading}: try {tries} of {most} failed.',
  nextTry:
    '{seconds, plural, =0 {Trying again now.} one {Trying again in # s.} other {Trying again in # s.}}',
  tryNow: 'Try now',
  giveUp: 'Stop trying',
  offline: 'You are offline. What was loaded stays; the rest goes on by itself once the network is back.',
  loadedAt: 'The figures are of {time}.',
  tryAgain: 'Try again',
});
