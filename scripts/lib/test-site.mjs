// @ts-check
/** What `npm test` does, once the Node is known to be new enough for this file. */
import { ensureBrowser } from '../browser.mjs';
import { Failure, runMain } from './failure.mjs';
import { prepare } from './install.mjs';
import { ensureMoreBrowsers } from './more-browsers.mjs';
import { npmScript } from './npm-script.mjs';
import { interrupted } from './run.mjs';

/** In the order of the run: what each is called in package.json, and what it looks at. */
const steps = [
  { script: 'build', title: 'Build the site' },
  { script: 'check', title: 'Check content, types and style' },
  { script: 'test:unit', title: 'Test the functions' },
  { script: 'test:site', title: 'Test the built pages' },
  { script: 'test:e2e', title: 'Test in a browser' },
  { script: 'test:browsers', title: 'Test in Chromium, Firefox and WebKit' },
];

await runMain(async () => {
  await prepare();
  const browser = await ensureBrowser();
  await ensureMoreBrowsers();

  /** @type {{ script: string, result: string, seconds: string }[]} */
  const done = [];
  let code = 0;
  for (const { script, title } of steps) {
    console.log(`\n== ${title} (npm run ${script}) ==\n`);
    const begun = performance.now();
    code = await npmScript(script, { CHROMIUM_PATH: browser });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    done.push({ script, result: code === 0 ? 'passed' : 'failed', seconds });
    if (code !== 0) break;
  }

  console.log('');
  for (const { script, result, seconds } of done) {
    console.log(`${script.padEnd(14)}${result.padEnd(8)}${seconds.padStart(7)} s`);
  }
  if (code === interrupted) throw new Failure('Stopped.', code);
  const failed = done.filter(({ result }) => result === 'failed').length;
  console.log(`\n${done.length - failed} passed, ${failed} failed`);
  if (code !== 0) {
    throw new Failure(`"npm run ${done.at(-1)?.script}" failed; its lines above say why.`, code);
  }
});
