import { readdirSync } from 'node:fs';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/** Forbids imports by regular expression; `why` is shown at the breach. */
function forbid(...rules) {
  return ['error', { patterns: rules.map(([regex, message]) => ({ regex, message })) }];
}

const outOf = (...folders) => `^(#|(\\.\\./)+)(${folders.join('|')})/`;
const NODE = ['^node:', 'shared runs everywhere: no Node modules'];
const ELECTRON = ['^electron$', 'electron is imported in electron/main and electron/preload only'];
const SQLITE = ['^better-sqlite3$', 'SQLite is opened in electron/worker/db only'];
const AXIOS = ['^axios$', 'HTTP goes through renderer/bridge or electron/worker/sync'];
const VUE = ['^(vue|vue-router|pinia|element-plus)$', 'drawing belongs to the renderer'];
const features = readdirSync('renderer/features', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

/** A feature imports bridge, ui, composables and shared, and never another feature. */
const featureRules = features.map((name) => {
  const others = features.filter((other) => other !== name).join('|');
  return {
    files: [`renderer/features/${name}/**`],
    rules: {
      'no-restricted-imports': forbid(
        [`(features|^(\\.\\./)+)/?(${others})/`, 'a feature never imports another feature'],
        ['^(#renderer|(\\.\\./)+)/?app/', 'a feature does not import the shell'],
        [outOf('api', 'api-server', 'worker', 'main', 'electron', 'build', 'tests'), 'the renderer imports shared only'],
        ELECTRON, SQLITE, AXIOS, NODE,
      ),
    },
  };
});

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', '.cache/**', '.data/**', '**/auto-imports.d.ts', '**/components.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
    },
  },
  {
    files: ['shared/**'],
    rules: {
      'no-restricted-imports': forbid([outOf('api', 'api-server', 'worker', 'main', 'renderer', 'electron', 'build', 'tests'), 'shared imports nothing of the others'], NODE, ELECTRON, SQLITE, AXIOS, VUE),
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'Buffer', 'require', 'localStorage', 'fetch', 'navigator'],
    },
  },
  { files: ['shared/domain/*/definitions/**', 'shared/domain/*/wording/**', 'shared/domain/procedure/table*.ts', 'shared/domain/violation/law-titles.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['api-server/**'],
    rules: { 'no-restricted-imports': forbid([outOf('worker', 'main', 'renderer', 'electron', 'build', 'tests'), 'the server imports shared only'], ELECTRON, SQLITE, AXIOS, VUE) },
  },
  {
    files: ['electron/worker/**'],
    rules: { 'no-restricted-imports': forbid([outOf('api', 'api-server', 'main', 'renderer', 'build', 'tests'), 'the worker imports shared only'], ELECTRON, VUE) },
  },
  { files: ['electron/worker/**'], ignores: ['electron/worker/db/**', 'electron/worker/sync/**'], rules: { 'no-restricted-imports': forbid([outOf('api', 'api-server', 'main', 'renderer', 'build', 'tests'), 'the worker imports shared only'], ELECTRON, VUE, SQLITE, AXIOS) } },
  {
    files: ['electron/main/**'],
    rules: { 'no-restricted-imports': forbid([outOf('api', 'api-server', 'worker', 'renderer', 'build', 'tests'), 'main imports shared only'], SQLITE, AXIOS, VUE) },
  },
  {
    files: ['electron/preload/**'],
    rules: { 'no-restricted-imports': forbid(['^#(?!shared/contract/)', 'the preload imports shared/contract only'], NODE, SQLITE, AXIOS, VUE) },
  },
  {
    files: ['renderer/**'],
    rules: {
      'no-restricted-imports': forbid([outOf('api', 'api-server', 'worker', 'main', 'electron', 'build', 'tests'), 'the renderer imports shared only'], ELECTRON, SQLITE, AXIOS, NODE),
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
      'vue/attributes-order': 'off',
    },
  },
  { files: ['renderer/ui/**'], rules: { 'no-restricted-imports': forbid([outOf('api', 'api-server', 'worker', 'main', 'electron', 'build', 'tests'), 'ui imports shared only'], ['^pinia$', 'a widget has no store'], ELECTRON, SQLITE, AXIOS, NODE) } },
  { files: ['renderer/bridge/**'], rules: { 'no-restricted-imports': forbid([outOf('api', 'api-server', 'worker', 'main', 'electron', 'build', 'tests'), 'the renderer imports shared only'], ELECTRON, SQLITE, NODE) } },
  ...featureRules,
  // The worker's parts are factories that close over their state: the file's length bounds them, their inner functions are short.
  { files: ['electron/worker/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['tests/**', 'build/**', '*.js', '*.ts'], rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.mjs', '**/*.cjs', '*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
);
