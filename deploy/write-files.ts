import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigProblem } from '#app/config.ts';
import { configProblemSaid } from '#app/config-rules.ts';
import { filesOf } from './files.ts';
import { EXAMPLE_PLACE, PlaceProblem, siteOf } from './site.ts';

const HELP = `npm run deploy:files -- --config config.json --out FOLDER [--host NAME] [--folder /licenses/] [--root PATH]

Writes what a web server needs for one installation of License Lens: Caddyfile, nginx.conf, staticwebapp.config.json.
The policy in their headers lets the page reach what config.json names, and nothing else.

  --config  the installation's config.json
  --out     where to write
  --host    the name that people type (${EXAMPLE_PLACE.host})
  --folder  the folder of that host, where it is not the whole of it (${EXAMPLE_PLACE.folder})
  --root    the folder of the server's disk that stands for the whole host (${EXAMPLE_PLACE.root})
`;

/** What is to be written, or null where only the help is wanted. @throws TypeError for options that do not exist */
function settingsOf(args: readonly string[]) {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      config: option,
      out: option,
      host: { ...option, default: EXAMPLE_PLACE.host },
      folder: { ...option, default: EXAMPLE_PLACE.folder },
      root: { ...option, default: EXAMPLE_PLACE.root },
      help: { type: 'boolean' },
    },
  });
  const { config, out, help, ...place } = values;
  return help === true || config === undefined || out === undefined ? null : { config, out, place };
}

function run(args: readonly string[]): number {
  const settings = settingsOf(args);
  if (settings === null) {
    console.log(HELP);
    return args.includes('--help') ? 0 : 2;
  }
  const { config, out, place } = settings;
  const site = siteOf(JSON.parse(readFileSync(config, 'utf8')), place);
  mkdirSync(out, { recursive: true });
  for (const [name, text] of Object.entries(filesOf(site))) writeFileSync(join(out, name), text);
  console.log(`${Object.keys(filesOf(site)).join(', ')} are in ${out}.`);
  return 0;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (error instanceof ConfigProblem) console.error(`config.json: ${configProblemSaid(error)}`);
  else if (error instanceof PlaceProblem || error instanceof Error) console.error(error.message);
  process.exitCode = 1;
}
