/**
 * The layers and the graph of nouns. Each rule has a violating fixture under test/lint-fixtures, and the fixtures
 * import through the aliases of tsconfig.json: were they not resolved, every rule here would pass in silence.
 */

/** What each noun may import besides itself and the files directly in app/domain. No circles. */
const nouns = {
  ledger: [],
  notices: ['ledger'],
  people: ['ledger', 'notices'],
  events: ['people', 'ledger', 'notices'],
  entries: ['events', 'people', 'ledger', 'notices'],
  judging: ['entries', 'events', 'people', 'ledger', 'notices'],
  booths: ['events', 'people', 'ledger', 'notices'],
  programme: ['events', 'people', 'ledger', 'notices'],
  payments: ['people', 'ledger', 'notices'],
  checkout: ['payments', 'booths', 'programme', 'events', 'people', 'ledger', 'notices'],
  forwarding: ['judging', 'entries', 'events', 'people', 'ledger', 'notices'],
  prizes: ['forwarding', 'judging', 'entries', 'events', 'people', 'ledger', 'notices'],
  talent: ['judging', 'entries', 'events', 'people', 'ledger', 'notices'],
  matchmaking: ['talent', 'events', 'people', 'ledger', 'notices'],
  reporting: ['*'],
  setup: ['*'],
  privacy: ['*'],
}
const tops = Object.keys(nouns).filter((noun) => nouns[noun].includes('*'))

const nounRules = Object.entries(nouns).map(([noun, others]) => {
  const allowed = others.includes('*') ? Object.keys(nouns).filter((other) => !tops.includes(other)) : others
  return {
    name: `noun-${noun}`,
    severity: 'error',
    comment: `${noun} stands on ${allowed.join(', ') || 'nothing'}`,
    from: { path: `^app/domain/${noun}/` },
    to: { path: '^app/domain/[^/]+/', pathNot: `^app/domain/(${[noun, ...allowed].join('|')})/` },
  }
})

const pure = { path: '^app/domain/', pathNot: '\\.(server|test)\\.tsx?$' }
const prisma = '^app/generated/|(^|/)node_modules/(@prisma/(client|adapter-pg)|pg)/'
const sdks =
  '(^|/)node_modules/(@aws-sdk|@react-pdf|stripe|nodemailer|sharp|file-type|unpdf|hucre|csv-stringify|qrcode|highs|docx|ical-generator)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'No import circle anywhere, types included.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that resolves to nothing would escape every other rule.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|build/app/server/index\\.js$' },
    },
    {
      name: 'pure-files-do-not-act',
      severity: 'error',
      comment: 'A plain .ts file of app/domain decides on plain values; types may come from anywhere.',
      from: pure,
      to: {
        path: '\\.server\\.tsx?$|^app/(gateways|jobs|routes|cli|generated)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-files-use-no-node',
      severity: 'error',
      comment: 'No file, clock, process or chance from Node in a pure file.',
      from: pure,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-knows-no-caller',
      severity: 'error',
      comment: 'routes, jobs and cli call the domain, never the other way round; ui draws, and only its cloth calculates.',
      from: { path: '^app/domain/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^app/(routes|jobs|cli|ui)/|^app/(root|routes|entry\\..+)\\.tsx?$',
        pathNot: '^app/ui/cloth/',
      },
    },
    ...nounRules,
    {
      name: 'routes-speak-http',
      severity: 'error',
      comment: 'A route calls a command or a query; it knows neither database nor gateway nor job.',
      from: { path: '^app/routes/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: `^app/(gateways|jobs|cli)/|^app/db\\.server\\.ts$|^app/queue\\.server\\.ts$|${prisma}|${sdks}`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ui-draws',
      severity: 'error',
      comment: 'The design system takes values; it asks nobody.',
      from: { path: '^app/ui/' },
      to: {
        path: '\\.server\\.tsx?$|^app/(routes|gateways|jobs|cli|generated)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'emails-are-markup',
      severity: 'error',
      comment: 'Props in, markup out.',
      from: { path: '^emails/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '\\.server\\.tsx?$|^app/(domain|routes|gateways|jobs|cli|generated)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'gateways-know-no-domain',
      severity: 'error',
      comment: 'A gateway speaks to the outside; emails, settings and the log are all it knows of us.',
      from: { path: '^app/gateways/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/(domain/[^/]+|routes|jobs|cli)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdks-behind-gateways',
      severity: 'error',
      comment: 'Only app/gateways import an SDK.',
      from: { path: '^(app|emails|server\\.ts)', pathNot: '^app/gateways/|\\.test\\.tsx?$' },
      to: { path: sdks },
    },
    {
      name: 'prisma-behind-server-files',
      severity: 'error',
      comment: 'Only .server.ts files import Prisma or the driver at run time; the commands that make databases excepted.',
      from: { path: '^(app|emails)/', pathNot: '\\.server\\.tsx?$|^app/(generated|cli)/|\\.test\\.tsx?$' },
      to: { path: prisma, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-imports-only-its-build',
      severity: 'error',
      comment: 'Otherwise every .server module would exist twice in the web process. These import no other.',
      from: { path: '^server\\.ts$' },
      to: { path: '^(app|emails|seeds)/', pathNot: '^app/(shown-path|resource-build|remix-handler)\\.ts$' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(app|emails|seeds)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^test/|\\.test\\.tsx?$' },
    },
    {
      name: 'no-drawers',
      severity: 'error',
      comment: 'A file is named after what it does: no utils, helpers, misc, common, manager, and no barrels.',
      from: {},
      to: {
        path: '/(utils|util|helpers|helper|misc|common|managers|manager)[./]|/index[.]tsx?$',
        pathNot: '(^|/)node_modules/|^app/generated/',
      },
    },
  ],
  options: {
    doNotFollow: { path: ['^node_modules/', '^app/generated/', '^build/'] },
    exclude: { path: ['^build/', '^test/lint-fixtures/'] },
    // circles and layers count for types too; what may be type-only says so
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    builtInModules: { add: [] },
  },
}
