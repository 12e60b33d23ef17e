import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import {
  formatAddresses,
  lacking,
  parseAddresses,
  together,
  vanished,
} from '../../src/addresses/record.ts';
import {
  misfits,
  movedFrom,
  parseRedirects,
  redirectsForHosts,
} from '../../src/addresses/redirects.ts';
import { ContentError } from '../../src/ledger/problems.ts';

const record = `./ #live
explainers/a/ #sources #who
feed.xml
terms/backstop/ #names
`;

/** The one problem that a file of rules has. */
function problemIn(text: string): string {
  try {
    parseRedirects(text);
  } catch (error) {
    assert.ok(error instanceof ContentError);
    const [{ file, line, message, remedy } = assert.fail(), ...more] = error.problems;
    assert.equal(more.length, 0, error.message);
    assert.equal(file, 'src/redirects.yaml');
    return `${line ?? 0}: ${message} ${remedy ?? ''}`;
  }
  return assert.fail(`no problem in ${text}`);
}

describe('the record of addresses', () => {
  test('is read and written without a loss, sorted', () => {
    assert.equal(formatAddresses(parseAddresses(record)), record);
    const shuffled = record.trim().split('\n').toReversed().join('\r\n');
    assert.equal(formatAddresses(parseAddresses(shuffled)), record);
    assert.deepEqual([...(parseAddresses(record).get('') ?? [])], ['live']);
  });

  test('two lines for one page, as a merge leaves them, count as one', () => {
    const merged = `# A remark.\nexplainers/a/ #who\nexplainers/a/ #sources\n`;
    assert.equal(formatAddresses(parseAddresses(merged)), 'explainers/a/ #sources #who\n');
  });

  test('only ever grows', () => {
    const addresses = fc
      .dictionary(
        fc.stringMatching(/^[a-z]{1,3}\/$/),
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/)),
      )
      .map((all) => new Map(Object.entries(all).map(([page, ids]) => [page, new Set(ids)])));
    fc.assert(
      fc.property(addresses, addresses, (old, found) => {
        const all = together(old, found);
        assert.deepEqual(lacking(old, all), []);
        assert.deepEqual(lacking(found, all), []);
        assert.deepEqual(
          parseAddresses(formatAddresses(all)),
          parseAddresses(formatAddresses(together(found, old))),
        );
      }),
    );
  });
});

describe('an address that disappears', () => {
  const recorded = parseAddresses(record);
  const without = (line: string, instead = '') => parseAddresses(record.replace(line, instead));

  test('nothing is gone where nothing is', () => {
    assert.deepEqual(vanished(recorded, recorded, []), []);
  });

  test('a page, a file and a place are each missed', () => {
    assert.deepEqual(vanished(recorded, without('terms/backstop/ #names\n'), []), [
      'terms/backstop/',
    ]);
    assert.deepEqual(vanished(recorded, without('feed.xml\n'), []), ['feed.xml']);
    assert.deepEqual(vanished(recorded, without(' #who'), []), ['explainers/a/#who']);
    assert.deepEqual(vanished(recorded, without('./ #live\n', './\n'), []), ['#live']);
  });

  test('unless a rule says where it went; a page takes its places with it', () => {
    const rule = (text: string) => parseRedirects(text);
    assert.deepEqual(
      vanished(recorded, without('terms/backstop/ #names\n'), rule('terms/backstop/: terms/b/')),
      [],
    );
    assert.deepEqual(
      vanished(recorded, without(' #who'), rule('explainers/a/#who: explainers/a/#sources')),
      [],
    );
    assert.deepEqual(
      vanished(recorded, without(' #who'), rule('explainers/a/#other: explainers/a/#sources')),
      ['explainers/a/#who'],
    );
  });
});

describe('rules for addresses that moved', () => {
  test('an empty file holds none', () => {
    assert.deepEqual(parseRedirects('# Nothing yet.\n'), []);
  });

  test('a rule is read with its line', () => {
    const text = '# A remark.\nterms/old/: terms/new/\nterms/new/#a: claims/b/#c\n';
    assert.deepEqual(parseRedirects(text), [
      { from: 'terms/old/', to: 'terms/new/', line: 2 },
      { from: 'terms/new/#a', to: 'claims/b/#c', line: 3 },
    ]);
  });

  test('a badly written address is named with its line', () => {
    for (const bad of [
      '/terms/a/',
      'terms/a',
      'https://x.example/',
      'terms/a/#',
      'Terms/A/',
      'a//b/',
    ]) {
      assert.match(problemIn(`'${bad}': terms/b/`), /^1: .*not an address of a page/);
      assert.match(problemIn(`terms/b/: '${bad}'`), /^1: .*not an address of a page/);
    }
    assert.match(problemIn('terms/b/: 7'), /not an address/);
    assert.match(problemIn('- terms/b/'), /holds no rules/);
    assert.match(problemIn('terms/b/: terms/c/\nterms/b/: terms/d/'), /unique|duplicate/i);
  });

  test('there is neither a loop nor a chain', () => {
    assert.match(problemIn('terms/a/: terms/a/'), /1: "terms\/a\/" leads to .* moved itself/);
    assert.match(
      problemIn('terms/a/: terms/b/\nterms/b/: terms/c/'),
      /^1: .*"terms\/b\/" has moved/,
    );
    assert.match(problemIn('terms/a/#x: terms/a/#y\nterms/a/#y: terms/a/#z'), /^1: /);
    assert.match(problemIn('terms/a/: terms/b/#x\nterms/b/: terms/c/'), /^1: /);
  });

  test('a rule must lead to what is there, from what is not', () => {
    const rules = parseRedirects('terms/a/: terms/b/\nterms/b/#x: terms/b/#y');
    const has = (address: string) => ['terms/b/', 'terms/b/#y'].includes(address);
    assert.deepEqual(misfits(rules, has), []);
    const messages = misfits(rules, (address) => address === 'terms/a/').map(
      ({ line, message }) => `${line ?? 0}: ${message}`,
    );
    assert.deepEqual(messages, [
      '1: "terms/a/" leads to "terms/b/", which the site does not have.',
      '1: "terms/a/" is said to have moved, but the site still has it.',
      '2: "terms/b/#x" leads to "terms/b/#y", which the site does not have.',
    ]);
  });

  test('hosts are told of pages alone, with the base', () => {
    const rules = parseRedirects('terms/a/: terms/b/#x\nterms/b/#y: terms/b/#z');
    assert.equal(redirectsForHosts(rules, '/'), '/terms/a/ /terms/b/#x 301\n');
    assert.equal(redirectsForHosts(rules, '/sub/'), '/sub/terms/a/ /sub/terms/b/#x 301\n');
  });

  test('a page is told which of its places moved', () => {
    const rules = parseRedirects('terms/a/: terms/b/\nterms/b/#y: claims/c/\n"#live": "#themes"');
    assert.deepEqual(movedFrom(rules, 'terms/b/'), [{ id: 'y', to: 'claims/c/' }]);
    assert.deepEqual(movedFrom(rules, ''), [{ id: 'live', to: '#themes' }]);
    assert.deepEqual(movedFrom(rules, 'terms/a/'), []);
  });
});
