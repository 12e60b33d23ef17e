// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'dist.*/', '.astro/', 'test-results/', 'playwright-report/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({
    ...config,
    files: ['**/*.ts'],
  })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Numbers are fine in messages.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Node's test runner returns promises that it awaits itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
      // Index signatures are read with brackets, which the compiler demands.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    // Every browser test is under the watch of tests/e2e/lib/test.ts.
    files: ['tests/e2e/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { name: 'playwright/test', allowTypeImports: true, message: 'Import from ./lib/test.ts.' },
      ],
    },
  },
  ...astro.configs.recommended,
  {
    // Content is escaped by Astro; raw HTML is not wanted anywhere.
    files: ['**/*.astro'],
    rules: { 'astro/no-set-html-directive': 'error', 'astro/no-unused-css-selector': 'error' },
  },
);
