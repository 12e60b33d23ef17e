import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';

import { bibtexOf, cslOf, type Citation } from '../../src/share/citation.ts';
import { latexOf } from '../../src/share/latex.ts';

const citation: Citation = {
  id: 'explainers-who-pays',
  title: 'Who pays 50 % & more, #1 of {all}_x? “We” don’t',
  site: 'A Site & Co.',
  publisher: 'the example project',
  url: 'https://a.example/x_y/%C3%A9/#a~b',
  language: 'en',
  changed: '2026-11-06',
  note: 'Checked on 26 November 2026.',
};

const comment = 'Add urldate = {YYYY-MM-DD}.';

/** What a reader of BibTeX makes of an entry, with its marks for letters that keep their case removed. */
function read(bibtex: string) {
  const [item, ...more] = new Cite(bibtex).data;
  assert.ok(item);
  assert.equal(more.length, 0);
  return { ...item, title: item.title?.replace(/<\/?span[^>]*>/g, '') };
}

describe('BibTeX', () => {
  test('a reader of BibTeX finds everything as it is on the page', () => {
    const item = read(bibtexOf(citation, comment));
    assert.equal(item.id, citation.id);
    assert.equal(item.title, citation.title);
    assert.equal(item.URL, citation.url);
    assert.equal(item.note, citation.note);
    // One name, not a first and a last one.
    assert.deepEqual(item.author?.map(Object.values), [[citation.publisher]]);
    assert.deepEqual(item.issued, { 'date-parts': [[2026, 11]] });
  });

  test('without a list of changes there is no date of publication', () => {
    const bibtex = bibtexOf({ ...citation, changed: undefined }, comment);
    assert.equal(read(bibtex).issued, undefined);
    assert.doesNotMatch(bibtex, /year|month/);
  });

  test('no day of reading is made up', () => {
    assert.doesNotMatch(bibtexOf(citation, ''), /urldate|accessed/);
  });

  test('a comment cannot begin an entry', () => {
    assert.equal(read(bibtexOf(citation, 'Write to a@misc{b, title={c}}')).id, citation.id);
  });

  test('a brace in an address does not end the field', () => {
    const bibtex = bibtexOf({ ...citation, url: 'https://a.example/}{/' }, comment);
    assert.equal(read(bibtex).URL, 'https://a.example/%7D%7B/');
  });
});

describe('letters for TeX', () => {
  test('signs that TeX reads as commands are escaped', () => {
    assert.equal(latexOf('50 % & $1 #2 a_b'), '50 \\% \\& \\$1 \\#2 a\\_b');
    assert.equal(latexOf('{~^\\}'), '\\{\\textasciitilde{}\\textasciicircum{}\\textbackslash{}\\}');
  });

  test('letters with marks become commands, in either form of Unicode', () => {
    assert.equal(latexOf('Türkiye'), 'T{\\"{u}}rkiye');
    assert.equal(latexOf('Élysée'.normalize('NFD')), "{\\'{E}}lys{\\'{e}}e");
    assert.equal(latexOf('Łódź'), "{\\L}{\\'{o}}d{\\'{z}}");
  });

  test('quotation marks and dashes are those of TeX', () => {
    assert.equal(latexOf('“a” – b’s — c…'), "``a'' -- b\\textquoteright{}s --- c\\ldots{}");
  });

  test('another alphabet stays as it is, marks included', () => {
    assert.equal(latexOf('Гарантії й їхні межі'), 'Гарантії й їхні межі');
  });

  test('whatever the text is, braces are balanced', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let depth = 0;
        for (const sign of latexOf(text).replace(/\\[{}\\]/g, '')) {
          if (sign === '{') depth++;
          if (sign === '}') depth--;
          assert.ok(depth >= 0);
        }
        assert.equal(depth, 0);
      }),
    );
  });
});

describe('CSL-JSON', () => {
  test('a reader of CSL-JSON takes the item as it is', () => {
    const item = cslOf(citation);
    const [taken] = new Cite(item).format('data', { format: 'object' });
    assert.deepEqual(taken, item);
  });

  test('the day of the newest change is whole, and there is none where nothing is known', () => {
    assert.deepEqual(cslOf(citation).issued, { 'date-parts': [[2026, 11, 6]] });
    assert.ok(!('issued' in cslOf({ ...citation, changed: undefined })));
  });
});
