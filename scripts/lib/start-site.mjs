// @ts-check
/** What `npm start` does, once the Node is known to be new enough for this file. */
import { Failure, runMain } from './failure.mjs';
import { prepare } from './install.mjs';
import { npmScript } from './npm-script.mjs';
import { interrupted } from './run.mjs';
import { readSettings, serveSite } from './serve-site.mjs';

await runMain(async () => {
  const settings = readSettings();
  await prepare();
  const code = await npmScript('build');
  if (code === interrupted) throw new Failure('Stopped.', code);
  if (code !== 0) throw new Failure('"npm run build" failed; the lines above say why.');
  await serveSite(settings);
});
