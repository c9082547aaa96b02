// Lint rules that hold the shape of the house: the engine is pure and imports flow one way.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const upward = (...layers) => ({
  patterns: layers.map((layer) => ({
    group: [`**/${layer}/**`, `#${layer}`, `#${layer}/*`],
    message: `This part must not depend on ${layer}/ (see docs/ARCHITECTURE.md).`,
  })),
});

const impure = [
  { object: 'Date', property: 'now', message: 'The engine has no clock: take `today: CalendarDate`.' },
  { object: 'Math', property: 'random', message: 'The engine is deterministic.' },
];

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', 'out/**', 'artifacts/**', '.testbed/**', '.vscode-test/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      eqeqeq: ['error', 'always'],
      'no-restricted-properties': 'off',
    },
  },
  {
    files: ['core/src/**/*.ts'],
    ignores: ['core/src/**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', ...impure],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The engine has no clock: take `today: CalendarDate`.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['vscode'],
          patterns: [
            { group: ['node:*', 'vscode-*', 'fs', 'path', 'os'], message: 'The engine is pure.' },
            ...upward('server', 'client').patterns,
          ],
        },
      ],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: ['vscode'], ...upward('client') }] },
  },
  { files: ['client/src/**/*.ts'], rules: { 'no-restricted-imports': ['error', upward('server')] } },
  {
    files: ['client/webview/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: ['vscode'], ...upward('server') }] },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
);
