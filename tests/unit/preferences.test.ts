/** What a reader asked the site to remember: read without trust, kept under one key, forgotten whole. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import fc from 'fast-check';

import { hostOf } from '../../src/facts/host.ts';
import { headScript } from '../../src/preferences/head.ts';
import { hasCountry } from '../../src/preferences/with-country.ts';
import {
  keepPreferences,
  key,
  parsePreferences,
  readPreferences,
  type Keep,
} from '../../src/preferences/preferences.ts';

/** A browser's storage with what it holds. */
function storage(held: Record<string, string> = {}): Keep & { held: Record<string, string> } {
  return {
    held,
    getItem: (name) => held[name] ?? null,
    setItem: (name, value) => {
      held[name] = value;
    },
    removeItem: (name) => {
      Reflect.deleteProperty(held, name);
    },
  };
}

const refusing = (): Keep => {
  throw new Error('The operation is insecure.');
};

describe('what is stored', () => {
  test('is read back as it was kept', () => {
    for (const preferences of [
      { theme: 'dark' },
      { theme: 'light', country: 'de' },
      { country: 'fr' },
      { slash: false },
      { theme: 'dark', country: 'it', slash: false },
    ] as const) {
      const kept = storage();
      assert.ok(keepPreferences(preferences, () => kept));
      assert.deepEqual(Object.keys(kept.held), [key]);
      assert.deepEqual(
        readPreferences(() => kept),
        preferences,
      );
    }
  });

  test('goes when nothing is left of it', () => {
    const kept = storage({ [key]: '{"theme":"dark"}', other: 'x' });
    assert.ok(keepPreferences({}, () => kept));
    assert.deepEqual(kept.held, { other: 'x' });
  });

  test('counts as nothing where it is broken or planted', () => {
    const bad = [
      null,
      '',
      'dark',
      'null',
      '[]',
      '{"theme":"dark"',
      '{"theme":"dark; } body { display: none"}',
      '{"theme":["dark"],"country":["de"]}',
      '{"country":"<img src=x onerror=alert(1)>"}',
      '{"country":"../de"}',
      '{"country":"DE"}',
      '{"__proto__":{"theme":"dark"}}',
    ];
    for (const stored of bad) assert.deepEqual(parsePreferences(stored), {}, String(stored));
  });

  test('whatever it is, only known values come out', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ theme: fc.anything(), country: fc.anything() })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, (stored) => {
        const { theme, country, ...others } = parsePreferences(stored);
        assert.ok(['light', 'dark', undefined].includes(theme));
        assert.ok(country === undefined || /^[a-z]{2}$/.test(country));
        assert.deepEqual(others, {});
      }),
    );
  });

  test('is nothing, and nothing is kept, where the browser refuses', () => {
    assert.deepEqual(readPreferences(refusing), {});
    assert.equal(keepPreferences({ theme: 'dark' }, refusing), false);
    assert.equal(keepPreferences({}, refusing), false);
  });
});

describe('the script in the head', () => {
  /** Runs the script over what is stored; gives the colours it sets. */
  function run(stored: string | undefined, refuses = false): string {
    const style = { colorScheme: 'unset' };
    vm.runInNewContext(headScript, {
      document: { documentElement: { style } },
      get localStorage() {
        if (refuses) throw new Error('The operation is insecure.');
        return stored === undefined ? {} : { [key]: stored };
      },
    });
    return style.colorScheme;
  }

  test('does what was kept asks for', () => {
    const kept = storage();
    keepPreferences({ theme: 'dark', country: 'de' }, () => kept);
    assert.equal(run(kept.held[key]), 'dark');
    keepPreferences({ theme: 'light' }, () => kept);
    assert.equal(run(kept.held[key]), 'light');
    keepPreferences({ country: 'fr' }, () => kept);
    assert.equal(run(kept.held[key]), '');
  });

  test('leaves the colours to the device where nothing is kept, or something planted', () => {
    for (const stored of [undefined, '', '{', '{"theme":"url(x)"}', '{"theme":"dark']) {
      assert.equal(run(stored), '', stored);
    }
  });

  test('does not stop a page where the browser refuses', () => {
    assert.equal(run('{"theme":"dark"}', true), 'unset');
  });

  test('has no markup that could end its element, and others may follow it', () => {
    assert.doesNotMatch(headScript, /[<\n]/);
    assert.ok(headScript.endsWith(';'));
  });
});

test('what is for readers of a country is for those who said where they live', () => {
  const kept = storage();
  for (const preferences of [{ theme: 'dark', country: 'de' }, { country: 'fr' }] as const) {
    keepPreferences(preferences, () => kept);
    assert.equal(
      hasCountry(() => kept),
      true,
    );
  }
  keepPreferences({ theme: 'dark' }, () => kept);
  assert.equal(
    hasCountry(() => kept),
    false,
  );
  keepPreferences({}, () => kept);
  assert.equal(
    hasCountry(() => kept),
    false,
  );
  assert.equal(hasCountry(refusing), false);
});

test('a host is named as a reader would name it', () => {
  assert.equal(hostOf('https://www.bbc.com/news/1'), 'bbc.com');
  assert.equal(hostOf('https://zakon.rada.gov.ua/laws'), 'zakon.rada.gov.ua');
  assert.throws(() => hostOf('no address'), TypeError);
});
