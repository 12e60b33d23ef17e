import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { day } from '../../src/ledger/schemas.ts';
import { newestSource, readSettings, siteChecked } from '../../src/site.ts';

import { realLedger } from './lib/records.ts';

describe('settings', () => {
  test('without settings the site lies at the root of an example address', () => {
    assert.deepEqual(readSettings({}), {
      origin: 'https://guarantees.example',
      base: '/',
      publisher: 'the Guarantees Explained project',
      independent: true,
      contact: undefined,
      repository: undefined,
      keepsPages: true,
      publicKey: undefined,
    });
  });

  test('pages are kept or not; another word for it is refused', () => {
    assert.equal(readSettings({ OFFLINE: 'on' }).keepsPages, true);
    assert.throws(() => readSettings({ OFFLINE: 'no' }), /^Error: OFFLINE must be "on" or "off"/);
  });

  test('every setting is taken from its variable, without needless spaces', () => {
    const settings = readSettings({
      SITE_URL: ' https://guarantees.org/ ',
      BASE_PATH: '/a/b/',
      PUBLISHER: ' A library ',
      INDEPENDENT: 'yes',
      CONTACT: 'desk@library.example',
      REPOSITORY: 'https://code.example/x',
      OFFLINE: ' off ',
      PUBLIC_KEY: ' RWRf0tp1g/T9sAiH0waLRX03plfurBWGbjcOorUED9hBLszdbCWtScJh ',
    });
    assert.deepEqual(settings, {
      origin: 'https://guarantees.org',
      base: '/a/b/',
      publisher: 'A library',
      independent: true,
      contact: 'mailto:desk@library.example',
      repository: 'https://code.example/x',
      keepsPages: false,
      publicKey: 'RWRf0tp1g/T9sAiH0waLRX03plfurBWGbjcOorUED9hBLszdbCWtScJh',
    });
  });

  test('an empty variable is one that is not set', () => {
    const empty = { SITE_URL: '', BASE_PATH: ' ', PUBLISHER: '', CONTACT: ' ', REPOSITORY: '' };
    assert.deepEqual(readSettings(empty), readSettings({}));
  });

  test('the address has neither a slash nor a default port at its end', () => {
    assert.equal(readSettings({ SITE_URL: 'https://a.example:443/' }).origin, 'https://a.example');
    assert.equal(
      readSettings({ SITE_URL: 'http://localhost:4321' }).origin,
      'http://localhost:4321',
    );
  });

  test('an address that is none stops with a sentence that shows it', () => {
    for (const bad of [
      'guarantees.org',
      'ftp://a.example',
      'https://',
      'mailto:a@b.example',
      '/',
    ]) {
      assert.throws(() => readSettings({ SITE_URL: bad }), {
        message: `SITE_URL must be an address such as https://guarantees.example, not "${bad}".`,
      });
    }
  });

  test('an address with a path stops with a sentence that says where the path belongs', () => {
    assert.throws(() => readSettings({ SITE_URL: 'https://a.example/guarantees' }), {
      message: 'SITE_URL must have no path; put "/guarantees" into BASE_PATH.',
    });
    for (const bad of ['https://a.example/?a=1', 'https://a.example/#a']) {
      assert.throws(() => readSettings({ SITE_URL: bad }), /an address without "\?" and "#"/);
    }
  });

  test('the base has a slash at both ends, however it is written', () => {
    for (const written of ['guarantees', '/guarantees', 'guarantees/', '//guarantees//']) {
      assert.equal(readSettings({ BASE_PATH: written }).base, '/guarantees/');
    }
    assert.equal(readSettings({ BASE_PATH: 'a//b' }).base, '/a/b/');
    assert.equal(readSettings({ BASE_PATH: '/' }).base, '/');
    assert.equal(readSettings({ BASE_PATH: '/~user/v1.0_a-b' }).base, '/~user/v1.0_a-b/');
  });

  test('a base that is no path stops with a sentence', () => {
    for (const bad of ['a b', '/a?b', '/a#b', 'é', '/"><script>', 'https://a.example/']) {
      assert.throws(
        () => readSettings({ BASE_PATH: bad }),
        /^Error: BASE_PATH must be a path such as \/guarantees\/, not "/,
        bad,
      );
    }
  });

  test('a base does not lead up', () => {
    for (const bad of ['..', '/a/../b', '/./']) {
      assert.throws(() => readSettings({ BASE_PATH: bad }), /BASE_PATH must be a path/, bad);
    }
  });

  test('a base that is taken leads to itself, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        let base: string;
        try {
          base = readSettings({ BASE_PATH: written }).base;
        } catch (error) {
          assert.match(String(error), /^Error: BASE_PATH must be a path/);
          return;
        }
        assert.match(base, /^\/(.*\/)?$/);
        assert.equal(readSettings({ BASE_PATH: base }).base, base);
      }),
    );
  });

  test('a contact is an e-mail address or a web address', () => {
    assert.equal(readSettings({ CONTACT: 'a@b.example' }).contact, 'mailto:a@b.example');
    assert.equal(readSettings({ CONTACT: 'mailto:a@b.example' }).contact, 'mailto:a@b.example');
    assert.equal(
      readSettings({ CONTACT: 'https://b.example/form' }).contact,
      'https://b.example/form',
    );
  });

  test('a contact that is neither stops with a sentence that shows it', () => {
    for (const bad of ['somebody', 'a b@c.example', 'javascript:alert(1)', '@b', 'a@', 'a@b@c']) {
      assert.throws(() => readSettings({ CONTACT: bad }), {
        message: `CONTACT must be an e-mail address or a web address, not "${bad}".`,
      });
    }
  });

  test('only the project itself, or who says so, is independent', () => {
    assert.equal(readSettings({}).independent, true);
    assert.equal(readSettings({ PUBLISHER: 'A ministry' }).independent, false);
    assert.equal(readSettings({ PUBLISHER: 'A ministry', INDEPENDENT: 'no' }).independent, false);
    assert.equal(readSettings({ PUBLISHER: 'A library', INDEPENDENT: 'yes' }).independent, true);
  });
});

describe('what the site says of itself', () => {
  test('its dates are days, and the check is not older than the newest source', () => {
    assert.ok(day.safeParse(newestSource).success);
    assert.ok(day.safeParse(siteChecked).success);
    assert.deepEqual([newestSource, siteChecked].toSorted(), [newestSource, siteChecked]);
  });

  test('no source of the ledger is newer than the newest one named', () => {
    const newer = realLedger().ledger.sources.filter(
      ({ published }) => (published ?? '') > newestSource,
    );
    assert.deepEqual(
      newer.map(({ id, published }) => [id, published]),
      [],
    );
  });

  test('the newest source named is in the ledger', () => {
    const { sources } = realLedger().ledger;
    assert.ok(sources.some(({ published }) => published === newestSource));
  });
});
