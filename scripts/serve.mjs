// @ts-check
/** `npm run preview`: serves the site that was built last. Tests import `serve` from here. */
import { runMain } from './lib/failure.mjs';
import { isCommand } from './lib/project.mjs';
import { readSettings, serveSite } from './lib/serve-site.mjs';

export { serve } from './lib/static-server.mjs';

if (isCommand(import.meta.url)) await runMain(() => serveSite(readSettings()));
