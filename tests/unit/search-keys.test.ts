import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { parseHTML } from 'linkedom';

import { keepPreferences } from '../../src/preferences/preferences.ts';
import { hasSlash, wantsSearch, type Press } from '../../src/search/keys.ts';

const { document } = parseHTML(`<!doctype html><html lang="en"><body>
  <p><a href="/">A</a> <button>B</button> <i contenteditable="false">C</i></p>
  <input type="search" /><textarea></textarea><select><option>D</option></select>
  <div contenteditable><b>E</b></div>
</body></html>`);

/** A press of a key with nothing held and nothing focused, but for what is said. */
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  target: document.body,
  ...more,
});

/** Everything that a selector finds, which must be something. */
function targets(selector: string): EventTarget[] {
  const found = [...document.querySelectorAll(selector)];
  assert.notEqual(found.length, 0, selector);
  return found;
}

describe('the slash', () => {
  test('asks for the search, with Shift too where the keyboard needs it', () => {
    assert.ok(wantsSearch(press('/')));
    assert.ok(wantsSearch(press('/', { shiftKey: true })));
  });

  test('asks for it from whatever is not typed into', () => {
    for (const target of [...targets('p, a, button, i'), document, null]) {
      assert.ok(wantsSearch(press('/', { target })));
    }
  });

  test('stays a slash where a reader types', () => {
    for (const target of targets('input, textarea, select, option, [contenteditable=""], b')) {
      assert.ok(!wantsSearch(press('/', { target })));
    }
  });

  test('with another key held belongs to the browser', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const) {
      assert.ok(!wantsSearch(press('/', { [held]: true })));
    }
  });
});

describe('Control+K and Command+K', () => {
  test('ask for the search, also with Caps Lock and from a box', () => {
    for (const held of ['ctrlKey', 'metaKey'] as const) {
      for (const key of ['k', 'K']) {
        for (const target of targets('p, input')) {
          assert.ok(wantsSearch(press(key, { [held]: true, target })));
        }
      }
    }
  });

  test('do not with more keys held, or with none', () => {
    assert.ok(!wantsSearch(press('k')));
    assert.ok(!wantsSearch(press('K', { shiftKey: true })));
    assert.ok(!wantsSearch(press('k', { ctrlKey: true, metaKey: true })));
    assert.ok(!wantsSearch(press('K', { ctrlKey: true, shiftKey: true })));
    assert.ok(!wantsSearch(press('k', { ctrlKey: true, altKey: true })));
  });
});

test('no other key asks for the search', () => {
  for (const key of ['a', '\\', '?', 'Enter', 'Tab', 'Escape', 'F3', 'Dead', '']) {
    assert.ok(!wantsSearch(press(key)));
    assert.ok(!wantsSearch(press(key, { ctrlKey: true })));
  }
});

test('a press without a key, as browsers make it up for autofill, is passed over', () => {
  assert.ok(!wantsSearch(press(undefined as unknown as string)));
});

test('nothing is taken from a reader who is composing a letter', () => {
  assert.ok(!wantsSearch(press('/', { isComposing: true })));
  assert.ok(!wantsSearch(press('k', { ctrlKey: true, isComposing: true })));
});

test('the slash is on until the settings switch it off, whatever else they keep', () => {
  const held = new Map<string, string>();
  const storage = () => ({
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  });
  assert.ok(hasSlash(storage));
  keepPreferences({ theme: 'dark', country: 'fr' }, storage);
  assert.ok(hasSlash(storage));
  keepPreferences({ theme: 'dark', country: 'fr', slash: false }, storage);
  assert.ok(!hasSlash(storage));
  keepPreferences({}, storage);
  assert.ok(hasSlash(storage));
  assert.ok(
    hasSlash(() => {
      throw new Error('The operation is insecure.');
    }),
  );
});
