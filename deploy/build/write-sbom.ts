import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { builtCommit, builtCommitTime } from './commit.ts';
import { PACKAGES } from './notices.ts';
import { bomOf, type Lock } from './sbom.ts';

// `npm run sbom`: after a build, writes what is in the page, and what the scripts run with, as CycloneDX.

const FILE = 'sbom.cdx.json';

const bundled = new Set(JSON.parse(readFileSync(PACKAGES, 'utf8')) as readonly string[]);
const bom = bomOf({
  lock: JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock,
  bundled,
  commit: builtCommit(process.env),
  committed: builtCommitTime(),
});
writeFileSync(FILE, `${JSON.stringify(bom, null, 2)}\n`);
console.log(`${FILE}: ${bom.components.length} packages, ${bundled.size} of them in the page.`);
