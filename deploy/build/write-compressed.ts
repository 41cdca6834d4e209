import { compress } from './compress.ts';

await compress('dist');
