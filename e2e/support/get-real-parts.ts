import { couldNotBeHad, findRealPart, getRealPart, REAL_PARTS, type RealPart } from './real-parts.ts';

// Gets every part that is not there. Standard output has a line for each part that could not be had.
for (const part of Object.keys(REAL_PARTS) as RealPart[]) {
  if (findRealPart(part) !== undefined) continue;
  const trouble = getRealPart(part);
  if (trouble !== undefined) console.log(`${couldNotBeHad(part)}: ${trouble}. Its tests are skipped.`);
}
