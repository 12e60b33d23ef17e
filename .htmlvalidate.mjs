// @ts-check
import { defineConfig } from 'html-validate';

/** What the built pages are held to. Run by tests/site/html.test.ts. */
export default defineConfig({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // A title is a reader's question or a whole statement, with the name of the site behind it. Search
    // engines shorten what is too long for them; a shorter title would not be the question any more.
    'long-title': 'off',

    // Some browsers forget that a table is one when the style sheet lays it out as blocks, which
    // HelpTable.astro needs on small screens. Its roles are redundant everywhere else.
    'no-redundant-role': 'off',

    // HTML allows an id to begin with a digit. Ids of sources do ("24ur-golob"), they are part of
    // addresses, and addresses never change.
    'valid-id': ['error', { relaxed: true }],

    // A hash guards against a change of what others serve. What the site itself serves needs none;
    // origin.test.ts finds anything that comes from elsewhere.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});
