import { findOrGetChromium } from './chromium.ts';

// The path goes to standard output, so that a script can use it; the progress goes to standard error.
try {
  console.log(findOrGetChromium((line) => console.error(line)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
