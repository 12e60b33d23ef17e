/**
 * `npm run bench:index`: how big the search gets with ever more articles, and what of it a reader loads
 * for a first result. Pages of the built site are indexed with articles that nobody wrote, of the
 * length of the site's own; the lexicon is made of them all. Nothing is rendered.
 */
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { readLedger } from '../src/ledger/read.ts';
import type { ExplainerRecord } from '../src/ledger/ledger.ts';
import { outlineOfRecord } from '../src/markdown/outline.ts';
import { startIndex } from '../src/search/integration.ts';
import { languageOfSearch } from '../src/search/languages/languages.ts';
import { ordinaryWords } from '../src/search/languages/ordinary.ts';
import { placesIn } from '../src/search/ledger-places.ts';
import { createLexicon } from '../src/search/lexicon.ts';
import { copyProject } from '../tests/site/lib/project-copy.ts';
import { generateExplainers, writeExplainers, type Generated } from './bench/explainers.ts';
import { codeOf, Failure, runMain } from './lib/failure.mjs';
import { dist, root } from './lib/project.mjs';

const usage = `npm run bench:index -- [--sizes LIST]; needs a built site
  --sizes LIST   how many articles are added to those of the site, by default 0,1000,10000`;

/**
 * New words of each article: a text of T words has about 44 √T different ones (Heaps' law with usual
 * values for English: Manning, Raghavan, Schütze, "Introduction to Information Retrieval", 5.1.1), which
 * at 700 words for each of 10,000 articles is twelve each.
 */
const ownWords = 12;

const compress = promisify(brotliCompress);

await runMain(async () => {
  const sizes = readSizes();
  if (!statSync(join(dist, 'search/lexicon.json'), { throwIfNoEntry: false })) {
    throw new Failure(`No built site in "${dist}": run "npm run build" first.`);
  }
  console.log(
    [
      'articles',
      'pages',
      'index MB',
      'chunks',
      'a chunk',
      'a fragment',
      'list',
      'lexicon',
      'br',
      's',
    ]
      .map((name) => name.padStart(11))
      .join(''),
  );
  for (const size of sizes) {
    const begun = performance.now();
    const made = await searchWith(size);
    const seconds = (performance.now() - begun) / 1000;
    console.log(
      [
        size,
        made.pages,
        (made.index / 1e6).toFixed(2),
        made.chunks,
        made.chunk,
        made.fragment,
        made.list,
        made.lexicon,
        made.lexiconBr,
        seconds.toFixed(0),
      ]
        .map((cell) => String(cell).padStart(11))
        .join(''),
    );
  }
  const page = await packed(readFileSync(join(dist, 'search/index.html')));
  const engine = await engineBytes();
  console.log(
    `\nBytes as they are sent, compressed but for the column "lexicon". The first result comes from the page of the search (${page} B), its script and the lexicon; further ones from Pagefind itself (${engine} B), its list of files, a chunk of the index for each word and a fragment for each result.`,
  );
});

/** Makes the search of the site with more articles, and measures its files. */
async function searchWith(size: number) {
  const copy = copyProject();
  const folder = mkdtempSync(join(tmpdir(), 'bench-index-'));
  try {
    const made = generateExplainers(readLedger(root).ledger, size).map(withOwnWords);
    writeExplainers(copy.root, made);
    const { ledger } = readLedger(copy.root);
    const slugs = new Set(made.map(({ slug }) => slug));
    const index = await startIndex();
    for (const file of globSync('**/index.html', { cwd: dist }).toSorted())
      await index.add({ url: `/${file}`, html: readFileSync(join(dist, file), 'utf8') });
    for (const explainer of ledger.explainers.filter(({ slug }) => slugs.has(slug)))
      await index.add({ url: `/explainers/${explainer.slug}/`, html: pageOf(explainer) });
    const pages = await index.writeTo(folder);
    const lexicon = Buffer.from(
      JSON.stringify(
        createLexicon(placesIn(ledger, 'en'), languageOfSearch('en'), {
          common: ordinaryWords('en'),
          elsewhere: askedElsewhere(),
        }),
      ),
    );
    const chunks = sizesIn(join(folder, 'index'));
    const fragments = sizesIn(join(folder, 'fragment'));
    return {
      pages,
      index: sum(chunks) + sum(fragments),
      chunks: chunks.length,
      chunk: Math.round(sum(chunks) / chunks.length),
      fragment: Math.round(sum(fragments) / fragments.length),
      list: sum(sizesIn(folder, '.pf_meta')),
      lexicon: lexicon.length,
      lexiconBr: await packed(lexicon),
    };
  } finally {
    copy.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What readers ask of other sites, as the build reads it. */
function askedElsewhere(): string[] {
  return readFileSync(join(root, 'src/search/languages/elsewhere/en.txt'), 'utf8')
    .split('\n')
    .filter((query) => query !== '');
}

/** An article with a sentence of words that no other has, as texts on ever more matters do. */
function withOwnWords(article: Generated, index: number): Generated {
  const words = Array.from({ length: ownWords }, (_, at) => madeUp(index * ownWords + at));
  const sentence = `\nNames that stand only here are ${words.join(', ')}.\n`;
  return {
    ...article,
    file: article.file.replace('\n## What is not', `${sentence}\n## What is not`),
  };
}

/** A word of eight letters that can be said; the same for the same number, and never twice. */
function madeUp(number: number): string {
  const consonants = 'bdfgklmnprstvz';
  const vowels = 'aeiou';
  const syllables = consonants.length * vowels.length;
  // A step that shares no factor with the count visits every number once, in no order to be seen.
  let rest = (number * 15_485_863) % syllables ** 4;
  return Array.from({ length: 4 }, () => {
    const syllable = rest % syllables;
    rest = Math.floor(rest / syllables);
    return (
      (consonants[Math.floor(syllable / vowels.length)] ?? '') +
      (vowels[syllable % vowels.length] ?? '')
    );
  }).join('');
}

/** What Pagefind reads of an article's page. */
function pageOf(explainer: ExplainerRecord): string {
  const { blocks, headings } = outlineOfRecord(explainer);
  const texts = (section: string | undefined) =>
    blocks.filter((block) => block.section === section).map(({ text }) => `<p>${plain(text)}</p>`);
  return `<!doctype html><html lang="en"><title>${plain(explainer.data.title)}</title><main data-pagefind-body data-pagefind-meta="kind:explainer"><h1>${plain(explainer.data.title)}</h1><p data-pagefind-meta="lead">${plain(explainer.data.answer)}</p>${texts(undefined).join('')}${headings
    .map(({ id, text }) => `<h2 id="${id ?? ''}">${plain(text)}</h2>${texts(id).join('')}`)
    .join('')}</main></html>`;
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** What is loaded of Pagefind once, whatever is asked. */
async function engineBytes(): Promise<number> {
  const folder = join(dist, 'pagefind');
  const scripts = ['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json'];
  const all = await Promise.all(scripts.map((file) => packed(readFileSync(join(folder, file)))));
  return sum(all) + statSync(join(folder, 'wasm.en.pagefind')).size;
}

async function packed(bytes: Buffer): Promise<number> {
  return (await compress(bytes)).length;
}

function sizesIn(folder: string, ending = ''): number[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ name }) => statSync(join(folder, name)).size);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function readSizes(): number[] {
  try {
    const { values } = parseArgs({
      options: { sizes: { type: 'string', default: '0,1000,10000' } },
    });
    const sizes = values.sizes.split(',').map(Number);
    if (sizes.every((size) => Number.isInteger(size) && size >= 0 && size !== 1)) return sizes;
    throw new Failure('--sizes must be whole numbers with commas between them, none of them 1.');
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage);
  }
}
