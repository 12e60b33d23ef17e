/** A false claim never stands where it could be taken for what the site says. */
import { test } from 'node:test';

import { dossier, readYaml } from './lib/dossier.ts';
import { assertEach, assertNone } from './lib/findings.ts';
import { all, attribute, readSite, recordPages, textOf } from './lib/site.ts';

interface ClaimWords {
  readonly question: string;
  readonly claim: string;
  readonly truth: string;
}

const site = readSite();
const claims = recordPages(site, 'claims');
const words = readYaml('words/en/claims.yaml') as Readonly<Record<string, ClaimWords>>;
const idOf = (file: string) => file.split('/').at(-2) ?? '';

test('the page of a claim opens with what is true, and names the claim once, further down', () => {
  assertEach(claims, ({ file, document }) => {
    const { question, claim, truth } = words[idOf(file)] ?? { question: '', claim: '', truth: '' };
    const text = textOf(document.querySelector('main'));
    return [
      textOf(document.querySelector('h1')) !== question && 'has another heading than its question',
      textOf(document.querySelector('.lead')) !== truth && 'does not open with what is true',
      text.split(claim).length !== 2 && `names the claim ${text.split(claim).length - 1} times`,
      text.indexOf(claim) < text.indexOf(truth) && 'names the claim before what is true',
    ];
  });
});

test('no title, no description and no preview of any page holds a claim', () => {
  const said = Object.values(words).map(({ claim }) =>
    claim.replace(/^That /, '').replace(/\.$/, ''),
  );
  assertEach(site.pages, ({ document }) => {
    const shown = [
      textOf(document.querySelector('title')),
      ...all(document, 'meta[content]').map((meta) => attribute(meta, 'content')),
    ].join('\n');
    return said.map((claim) => shown.includes(claim) && `shows "${claim}" outside the page`);
  });
});

test('no list shows a claim, only its question and what is true', () => {
  const lists = site.pages.filter(({ file }) => !claims.some((page) => page.file === file));
  assertEach(lists, ({ document }) => {
    const text = textOf(document.querySelector('main'));
    return Object.values(words).map(({ claim }) => text.includes(claim) && `lists "${claim}"`);
  });
});

test('every claim is listed by verdict and by whom it is about', () => {
  assertEach(
    site.pages.filter(({ file }) => file === 'claims/index.html'),
    ({ document, path }) =>
      dossier.claims.map(({ id }) => {
        const links = all(document, `main a[href="${path}${id}/"]`).length;
        return links !== 2 && `links ${links} times to ${id}, expected twice`;
      }),
  );
});

test('a trick leads to the tip that helps against it', () => {
  const withTricks = claims.filter(({ document }) => document.querySelector('a[href*="#tip-"]'));
  assertNone(withTricks.length > 0 ? [] : ['no page of a claim names a trick']);
});
