/**
 * `npm run bench:pages`: what Lighthouse says of each kind of page, beside a Starlight site made from
 * the same articles. What the options do stands in `usage`.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readLedger } from '../src/ledger/read.ts';
import { findBrowser } from './browser.mjs';
import { serveCompressed } from './bench/compressed-server.ts';
import { measured } from './bench/measure.ts';
import { starlightPackages, writeStarlight } from './bench/starlight.ts';
import { codeOf, Failure, runMain } from './lib/failure.mjs';
import { dist, root } from './lib/project.mjs';

const usage = `npm run bench:pages -- [options]
  --only TEXT   only pages whose name holds the text
  --runs N      how often each page is measured, by default 1; the median by the largest paint counts
  --keep DIR    keep the tools and the Starlight site in a folder, for the next run`;

const lighthouse = '13.5.0';
const article = 'will-my-child-be-drafted';

const pages: Readonly<Record<string, string>> = {
  home: '/',
  'all explainers': '/explainers/',
  'an explainer': `/explainers/${article}/`,
  'an explainer with a table': '/explainers/budapest-memorandum/',
  'a leaflet': `/explainers/${article}/leaflet/`,
  'all countries': '/countries/',
  'a country': '/countries/canada/',
  'all terms': '/terms/',
  'a term': '/terms/backstop/',
  'all claims': '/claims/',
  'a claim': '/claims/uk-called-up/',
  timeline: '/timeline/',
  'all facts': '/facts/',
  'a fact': '/facts/pd-starts-with-ceasefire/',
  'all sources': '/sources/',
  search: '/search/',
  'search, with a question': '/search/?q=backstop',
  about: '/about/',
  data: '/data/',
  settings: '/settings/',
};

const starlightPages: Readonly<Record<string, string>> = {
  'Starlight: home': '/',
  'Starlight: an explainer': `/explainers/${article}/`,
};

/** What is read of a report; see https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
interface Report {
  /** There where the page could not be opened. */
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: { id: string; weight: number }[] }
    >
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly numericValue?: number;
        readonly details?: { readonly items?: readonly { readonly transferSize?: number }[] };
      }
    >
  >;
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

await runMain(async () => {
  const { only, runs, keep } = readOptions();
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Failure(`No built site in "${dist}": run "npm run build" first.`);
  }
  const browser = findBrowser();
  if (browser === null)
    throw new Failure('Lighthouse needs Chromium or Chrome, and none was found.');
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'guarantees-pages-'));
  mkdirSync(folder, { recursive: true });
  try {
    await makeStarlight(folder);
    const [ours, theirs] = [
      await serveCompressed(dist),
      await serveCompressed(join(folder, 'dist')),
    ];
    try {
      printHead();
      const all = [
        ...Object.entries(pages).map(([name, path]) => ({ name, url: ours.origin + path })),
        ...Object.entries(starlightPages).map(([name, path]) => ({
          name,
          url: theirs.origin + path,
        })),
      ].filter(({ name }) => only === undefined || name.includes(only));
      for (const { name, url } of all) {
        const reports: Report[] = [];
        for (let run = 0; run < runs; run += 1) reports.push(await reportOn(url, folder, browser));
        print(name, median(reports));
      }
    } finally {
      ours.close();
      theirs.close();
    }
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** Brings Lighthouse and Starlight into the folder, and builds the Starlight site; nothing where it is there. */
async function makeStarlight(folder: string): Promise<void> {
  if (existsSync(join(folder, 'dist/index.html'))) return;
  const { explainers } = readLedger(root).ledger;
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: { ...starlightPackages, lighthouse },
    }),
  );
  // The browser is there already.
  const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  console.log(
    `Installing Lighthouse ${lighthouse} and Starlight ${starlightPackages['@astrojs/starlight']}.`,
  );
  const install = await measured(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, env },
  );
  if (install.code !== 0) {
    throw new Failure(
      `Lighthouse and Starlight could not be installed; the bench needs the package registry. npm said:\n${lastLines(install.output)}`,
    );
  }
  writeStarlight(
    folder,
    explainers.filter(({ language }) => language === 'en'),
  );
  const build = await measured(
    process.execPath,
    [join(folder, 'node_modules/astro/bin/astro.mjs'), 'build'],
    { cwd: folder, env },
  );
  if (build.code !== 0) {
    throw new Failure(`The Starlight site could not be built:\n${lastLines(build.output)}`);
  }
}

/** Lighthouse's report on a page: a phone with a slow line, simulated. */
async function reportOn(url: string, folder: string, browser: string): Promise<Report> {
  const file = join(folder, 'report.json');
  rmSync(file, { force: true });
  const { output } = await measured(
    process.execPath,
    [
      join(folder, 'node_modules/lighthouse/cli/index.js'),
      url,
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${categories.join(',')}`,
      '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run',
      '--output=json',
      `--output-path=${file}`,
    ],
    { cwd: folder, env: { ...process.env, CHROME_PATH: browser } },
  );
  if (!existsSync(file)) throw new Failure(`Lighthouse gave no report:\n${lastLines(output)}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  if (!report.runtimeError) return report;
  throw new Failure(`Lighthouse could not open ${url}: ${report.runtimeError.message}`);
}

function printHead(): void {
  console.log(
    `Lighthouse ${lighthouse}, mobile, simulated slow 4G; both sites with Brotli 11 from the same server. Load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}.\n`,
  );
  console.log(
    row('page', [
      'perf.',
      'access.',
      'practice',
      'SEO',
      'FCP s',
      'LCP s',
      'TBT ms',
      'CLS',
      'requests',
      'bytes',
    ]),
  );
}

function print(name: string, report: Report): void {
  const seconds = (id: string) => ((report.audits[id]?.numericValue ?? NaN) / 1000).toFixed(2);
  const requests = report.audits['network-requests']?.details?.items ?? [];
  console.log(
    row(name, [
      ...categories.map((id) => String(Math.round((report.categories[id]?.score ?? NaN) * 100))),
      seconds('first-contentful-paint'),
      seconds('largest-contentful-paint'),
      (report.audits['total-blocking-time']?.numericValue ?? NaN).toFixed(0),
      (report.audits['cumulative-layout-shift']?.numericValue ?? NaN).toFixed(3),
      String(requests.length),
      String(requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)),
    ]),
  );
  for (const { score, auditRefs } of Object.values(report.categories)) {
    if (score === 1) continue;
    for (const { id, weight } of auditRefs) {
      const audit = report.audits[id];
      if (weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 1) {
        console.log(`    ${id} ${String(audit?.score)}: ${audit?.title ?? ''}`);
      }
    }
  }
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(26) + cells.map((cell) => cell.padStart(9)).join('');
}

/** The report in the middle by its largest paint. */
function median(reports: readonly Report[]): Report {
  const paint = ({ audits }: Report) => audits['largest-contentful-paint']?.numericValue ?? 0;
  const [middle] = reports
    .toSorted((a, b) => paint(a) - paint(b))
    .slice(Math.floor((reports.length - 1) / 2));
  if (!middle) throw new Error('Nothing was measured.');
  return middle;
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-12).join('\n');
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        runs: { type: 'string', default: '1' },
        keep: { type: 'string' },
      },
    });
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1) throw new Failure('--runs must be a whole number.');
    return { only: values.only, runs, keep: values.keep };
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage);
  }
}
