import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Where the list of the build's chunks is put. */
export const MANIFEST = '.cache/build/manifest.json';

/** Takes Vite's list of the chunks out of what is published: only the budget of `npm run size` reads it. */
export function manifestAside(): Plugin {
  let root = '';
  return {
    name: 'manifest-aside',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    writeBundle({ dir = 'dist' }) {
      const aside = join(root, MANIFEST);
      mkdirSync(dirname(aside), { recursive: true });
      renameSync(join(dir, '.vite', 'manifest.json'), aside);
      rmSync(join(dir, '.vite'), { recursive: true });
    },
  };
}
