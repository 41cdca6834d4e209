#!/usr/bin/env node
// The script is TypeScript, which the oldest Node that it runs on does not read by itself.
import { register } from 'tsx/esm/api';

register();
await import('./export.ts');
