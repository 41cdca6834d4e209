import { findOrGetChromium } from './chromium.ts';

// The path goes to standard output, for a script to take; what is being tried goes to standard error.
try {
  console.log(findOrGetChromium((line) => console.error(line)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
