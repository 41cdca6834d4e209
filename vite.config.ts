import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { builtCommit } from './deploy/build/commit.ts';
import { icuMessages } from './deploy/build/icu-messages.ts';
import { manifestAside } from './deploy/build/manifest-aside.ts';
import { thirdPartyNotices } from './deploy/build/notices.ts';
import { stylesAhead } from './deploy/build/styles-ahead.ts';
import { licenseLensServices } from './emulator/vite-plugin.ts';
import packageFile from './package.json' with { type: 'json' };

const port = Number(process.env['PORT'] ?? 5173);

/**
 * Fluent's `tokens` name each value of a theme as a variable of CSS: `colorX: 'var(--colorX)'`, 467 times, some 5 kB of
 * what the first figures wait for. Written by a rule they are a few bytes. The layers (`zIndexPopup` …) are in no theme:
 * they keep the values that Fluent gives them.
 */
function shortTokens(): Plugin {
  return {
    name: 'short-tokens',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/@fluentui/tokens/lib/tokens.js')) return null;
      const entries = [...code.matchAll(/\b(\w+): '(var\(--(\w+)(.*)\))',?$/gmu)];
      const others = entries.filter(([, name, , variable, rest]) => name !== variable || rest !== '');
      if (entries.length === 0 || entries.length !== code.split('var(--').length - 1)
        throw new Error('Fluent writes its tokens in another way: see shortTokens.');
      const kept = JSON.stringify(Object.fromEntries(others.map(([, name, value]) => [name, value])));
      return {
        code: `export const tokens = new Proxy(${kept}, { get: (own, name) => own[name] ?? \`var(--\${String(name)})\` });`,
        map: null,
      };
    },
  };
}

/** Parts of MSAL that talk to a broker of the operating system, each a class of its file's name. */
const BROKER_CLASS =
  /\/@azure\/msal-browser\/dist\/(?:broker\/nativeBroker|interaction_client)\/(PlatformAuth(?:InteractionClient|ExtensionHandler|DOMHandler))\.mjs$/u;

/**
 * MSAL makes and asks a broker only where its configuration has `allowPlatformBroker`, which ours has not
 * (`src/auth/session.ts`). But it imports all of it, some 7 kB of what the first figures wait for: a class stands there
 * that says so, were it ever made.
 */
function withoutBroker(): Plugin {
  return {
    name: 'without-broker',
    apply: 'build',
    transform(code, id) {
      const name = BROKER_CLASS.exec(id)?.[1];
      if (name === undefined) return null;
      if (!code.trimEnd().includes(`\nexport { ${name} };`))
        throw new Error('MSAL writes its broker in another way: see withoutBroker.');
      return {
        code: `export class ${name} { constructor() { throw new Error('This build has no broker.'); } }`,
        map: null,
      };
    },
  };
}

const notices = thirdPartyNotices();

export default defineConfig({
  // One build for any folder of any host: the files find each other, and the page what stands beside it.
  base: './',
  plugins: [
    react(),
    licenseLensServices(),
    icuMessages(),
    ...stylesAhead(),
    shortTokens(),
    withoutBroker(),
    notices.page(),
    manifestAside(),
  ],
  worker: { plugins: () => [notices.worker()] },
  define: {
    'import.meta.env.LICENSE_LENS_VERSION': JSON.stringify(packageFile.version),
    'import.meta.env.LICENSE_LENS_COMMIT': JSON.stringify(builtCommit(process.env)),
  },
  server: { port, strictPort: true },
  preview: { port, strictPort: true },
  build: {
    target: 'es2023',
    // Those that know `light-dark()`: written for older ones it would follow the system, not what the person chose.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // Read by the bundle budget: which chunks the first figures need.
    manifest: true,
    // A data: URL for a script or a worker would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // The budget of `npm run size` is what counts.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { main: 'index.html', redirect: 'redirect.html' },
    },
  },
});
