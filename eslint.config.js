import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// Which rule guards which promise of the architecture; each has a violating file in test/lint-fixtures.

const readsEnv = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Settings are read in app/env.server.ts; ask env().',
  },
  {
    selector: 'MemberExpression[object.type="MetaProperty"][property.name="env"]',
    message: 'Settings are read in app/env.server.ts; ask env().',
  },
]

const readsBody = [
  {
    selector: 'CallExpression[callee.object.name="request"][callee.property.name=/^(formData|json|text|blob|bytes|arrayBuffer)$/]',
    message: 'A stranger may send any amount: ask readForm or readJson of ~/request-body.server.',
  },
]

const notPure = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'A pure file has no clock: take `now` as a value.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'A pure file has no clock: take `now` as a value.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'A pure file has no clock: take `now` as a value.',
  },
  {
    selector: 'MemberExpression[property.name=/^(randomUUID|getRandomValues|randomBytes|randomInt)$/]',
    message: 'A pure file has no chance: take a seed or a drawing function.',
  },
]

const pureProperties = [
  { object: 'Date', property: 'now', message: 'A pure file has no clock: take `now` as a value.' },
  { object: 'performance', property: 'now', message: 'A pure file has no clock: take `now` as a value.' },
  { object: 'Math', property: 'random', message: 'A pure file has no chance: take a seed or a drawing function.' },
]

const pureGlobals = ['process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'window', 'document', 'localStorage'].map((name) => ({
  name,
  message: 'A pure file decides on plain values; what acts belongs in a .server.ts file.',
}))

const prismaAndDatabase = {
  group: ['@prisma/*', '~/generated/*', '**/generated/prisma/**', '~/db.server', '**/db.server', 'pg'],
  message: 'A route speaks HTTP: call a command or a query of app/domain.',
}
const sdks = {
  group: ['stripe', 'sharp', 'nodemailer', '@aws-sdk/*', '@react-pdf/*', 'hucre', 'unpdf', 'docx', 'file-type', 'graphile-worker', 'highs'],
  message: 'Only app/gateways import an SDK.',
}

export default tseslint.config(
  {
    ignores: ['build/', 'app/generated/', 'node_modules/', '.data/', 'test/lint-fixtures/', 'public/', 'test-results/'],
  },
  {
    // a comment cannot switch a rule off
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // TypeScript knows every name itself
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', prefer: 'type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      // one name for a zod schema and its type
      '@typescript-eslint/no-redeclare': 'off',
      'no-redeclare': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-regex-spaces': 'off',
      // cleaning what people typed means naming control characters
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['app/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'emails/**/*.{ts,tsx}', 'seeds/**/*.ts'],
    ignores: ['app/env.server.ts', 'app/cli/**', '**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...readsEnv],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'node:process', message: 'Settings are read in app/env.server.ts.' },
            { name: 'process', message: 'Settings are read in app/env.server.ts.' },
          ],
        },
      ],
    },
  },
  {
    files: ['app/domain/**/*.ts', 'app/ui/cloth/**/*.ts', 'seeds/demo/boards/**/*.ts'],
    ignores: ['**/*.server.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...readsEnv, ...notPure],
      'no-restricted-properties': ['error', ...pureProperties],
      'no-restricted-globals': ['error', ...pureGlobals],
    },
  },
  {
    files: ['app/routes/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...readsEnv, ...readsBody],
      'no-restricted-imports': ['error', { patterns: [prismaAndDatabase, sdks] }],
    },
  },
  {
    // what a command prints is its answer
    files: ['app/cli/**', 'test/bench/**', 'test/support/**', 'server.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', module: 'writable' } },
  },
)
