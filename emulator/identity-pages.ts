import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { DEMO_ACCOUNTS, type DemoAccount } from './accounts.ts';

/** A page of the local sign-in: its HTML, and the headers that isolate it. */
export type IdentityPage = { readonly html: string; readonly headers: Readonly<Record<string, string>> };

const STYLE = `
:root { color-scheme: light dark; --ground: #f5f5f5; --card: #fff; --text: #242424; --faint: #616161; --line: #d1d1d1; --hover: #f0f6fc; --accent: #0f6cbd; --onAccent: #fff; }
@media (prefers-color-scheme: dark) { :root { --ground: #141414; --card: #292929; --text: #fff; --faint: #adadad; --line: #525252; --hover: #333d47; --accent: #479ef5; --onAccent: #0a2e4a; } }
* { box-sizing: border-box; }
body { margin: 0; min-block-size: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--ground); color: var(--text); font: 14px/20px "Segoe UI", system-ui, sans-serif; }
main { inline-size: 100%; max-inline-size: 440px; padding: 40px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
h1 { margin: 0 0 4px; font-size: 24px; line-height: 32px; font-weight: 600; }
p { margin: 0 0 24px; color: var(--faint); }
form { display: grid; gap: 8px; margin: 0; }
button { display: flex; align-items: center; gap: 12px; inline-size: 100%; min-block-size: 56px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 4px; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
button:hover { background: var(--hover); border-color: var(--accent); }
button:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.initials { flex: none; display: grid; place-items: center; inline-size: 36px; block-size: 36px; border-radius: 50%; background: var(--accent); color: var(--onAccent); font-weight: 600; }
.name { display: block; font-weight: 600; }
.dash { position: absolute; clip-path: inset(50%); }
.role { color: var(--faint); }
a { color: var(--accent); }
@media (max-width: 480px) { main { padding: 24px; } }
@media (forced-colors: active) { .initials { border: 1px solid; } }
`;

const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

async function page(title: string, content: unknown, formTargets = ''): Promise<IdentityPage> {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
  return {
    html: String(await document),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': [
        "default-src 'none'",
        `style-src ${STYLE_HASH}`,
        // Browsers apply this on the way back too, and the app may be on another port than the sign-in.
        `form-action 'self' ${formTargets}`.trim(),
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  };
}

const initialsOf = ({ name }: DemoAccount): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

/** Asks who is signing in. The form posts the account's id to the page's own address. */
export function signInPage(redirectOrigin: string): Promise<IdentityPage> {
  const buttons = DEMO_ACCOUNTS.map(
    (account) =>
      html`<button name="account" value="${account.id}">
        <span class="initials" aria-hidden="true">${initialsOf(account)}</span>
        <span
          ><span class="name">${account.name}</span><span class="dash"> — </span
          ><span class="role">${account.roleName}</span></span
        >
      </button>`,
  );
  const content = html`<p>Choose a demo account. It needs no password, and nothing leaves this computer.</p>
    <form method="post">${buttons}</form>`;
  return page('Sign in to License Lens', content, redirectOrigin);
}

/**
 * Asks a person who signed in with one factor for a second one. The form posts their choice to the page's own address.
 */
export function secondFactorPage(redirectOrigin: string, account: DemoAccount): Promise<IdentityPage> {
  const content = html`<p>
      ${account.name} signed in with a password alone. The app asks for a second factor; here, pressing the
      button is one.
    </p>
    <form method="post">
      <button name="step" value="confirm">Confirm the second factor</button>
      <button name="step" value="cancel">Cancel</button>
    </form>`;
  return page('Confirm that it is you', content, redirectOrigin);
}

/** Asks whether to sign out, where the app did not say who is signed in. `form` is the provider's own, without buttons. */
export function signOutPage(form: string): Promise<IdentityPage> {
  const content = html`<p>You are signed in with a demo account.</p>
    ${raw(form)}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
  return page('Sign out of License Lens', content);
}

/** Says that something ended a sign-in or a sign-out, and leads back to the app. */
export function messagePage(title: string, message: string): Promise<IdentityPage> {
  return page(
    title,
    html`<p>${message}</p>
      <a href="/">Back to License Lens</a>`,
  );
}
