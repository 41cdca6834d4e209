import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { startBrowser } from './browser.ts';
import { demoPages } from './demo-pages.ts';
import { ENGINES } from './engines.ts';
import { expectedOf } from './expected.ts';
import { measure } from './measure.ts';
import { startPageServer } from './page-server.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000,1000000' },
    engines: { type: 'string', default: ENGINES.map(({ module }) => module).join() },
    repeat: { type: 'string', default: '7' },
  },
});
const say = (line: string): void => console.log(line);
const chosen = new Set(values.engines.split(','));
const engines = ENGINES.filter(({ module }) => chosen.has(module));

if (!existsSync('bench/peers/node_modules')) {
  spawnSync('npm', ['ci'], { cwd: 'bench/peers', stdio: 'inherit', shell: process.platform === 'win32' });
}
await build({ configFile: 'bench/vite.config.ts' });
const server = await startPageServer();
const browser = await startBrowser();
try {
  for (const size of values.rows.split(',')) {
    const rows = Number(size);
    const pages = demoPages(rows);
    server.offer(pages);
    const times = await measure({
      browser,
      origin: server.origin,
      engines,
      rows,
      pages: pages.length,
      repeat: Number(values.repeat),
      expected: expectedOf(pages),
      say,
    });
    for (const { engine, tasks } of times) console.log(engine, Object.fromEntries(Object.entries(tasks).map(([k,v]) => [k, v.median])));
  }
} finally {
  await browser.close();
  await server.stop();
}
