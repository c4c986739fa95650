/**
 * Who may import what. `tasks/check-imports.ts` runs these, asserts that the tool saw the modules
 * (it sees none with a TypeScript that is too new), and plants a violation to prove that it bites.
 */
const anyOf = (...folders) => `^(${folders.join('|')})`
const test = '\\.test\\.ts$|/testing/'

/** A folder and the only places of this project that it may import from, besides itself. */
const door = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: anyOf(from), pathNot: test },
  to: {
    path: '^(wire|look|programs|mock-idp|client|judge|redirect|evidence|reports|console|provision|engine|steps|proofs|cli|msw|test-runners|bench|tasks|tests)/|^index\\.ts',
    pathNot: anyOf(from, 'wire/', ...allowed),
  },
})

const noPackages = (name, from, packages) => ({
  name,
  severity: 'error',
  from: { path: anyOf(from), pathNot: test },
  to: { path: `node_modules/(${packages.join('|')})/` },
})

/** The lowest first. Each may import from those before it. */
const engineFolders =
  'outcomes cast requests credentials targets traps clients apis scenario run'.split(' ')
const engineClimbsNowhere = engineFolders.slice(0, -1).map((folder, at) => ({
  name: `engine-${folder}-does-not-climb`,
  severity: 'error',
  from: { path: `^engine/${folder}/`, pathNot: test },
  to: { path: `^engine/(${engineFolders.slice(at + 1).join('|')})/` },
}))

const m = 'mock-idp/'
const world = [`${m}world\\.ts`]
const base = [`${m}rules/`, `${m}answers/`, `${m}directory/`, `${m}keys/`, `${m}tokens/`]
/** What a page that decides knows of the exchange around it. */
const exchange = [
  `${m}exchange/endpoint\\.ts`,
  `${m}http/(see-request|parse-form|parse-basic|browser-cookie)\\.ts`,
]
/** And of the tenant of people, where no path names it. */
const people = [...exchange, `${m}home-tenant/`]

/** Endpoints of browsers. */
const pageFolders = ['authorize', 'device-login', 'admin-consent', 'sign-out']
const pageParts = [...base, ...world, ...people, `${m}(pages|sign-in|token-endpoint|authorize)/`]
const pageDoor = (name) => door(name, `${m}${name}/`, ...pageParts)

/** The list of kinds, which imports nothing, so that help texts and vocabularies can follow it. */
const evidenceKinds = `${m}rules/evidence-kinds\\.ts`

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^msw/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    door('rules-import-nothing', `${m}rules/`),
    door('answers', `${m}answers/`, `${m}rules/`),
    door('directory', `${m}directory/`, `${m}keys/crypto-platform`, `${m}rules/index`),
    door('keys', `${m}keys/`),
    door('tokens', `${m}tokens/`, `${m}directory/`, `${m}keys/`, `${m}ports/`),
    door('http', `${m}http/`, `${m}directory/`),
    door('ports', `${m}ports/`, `${m}directory/`),
    door('journal', `${m}journal/`, `${m}directory/`, `${m}http/`),
    door('world', `${m}world\\.ts`, ...base, `${m}ports/`, `${m}http/issuer-names\\.ts`),
    door('sandbox', `${m}sandbox/`, ...base, ...world, `${m}(http|journal|ports)/`),
    door('exchange', `${m}exchange/`, ...base, ...world, `${m}(http|journal|ports|sandbox)/`),
    door('forge', `${m}forge/`, ...base, ...world),
    door('tenants', `${m}tenants/`, ...base, ...world, `${m}(ports|sandbox)/`),
    door('home-tenant', `${m}home-tenant/`, ...base, ...world, ...exchange),
    door('token-endpoint', `${m}token-endpoint/`, ...base, ...world, ...people),
    door(
      'pages',
      `${m}pages/`,
      'look/',
      ...base,
      ...world,
      ...people,
      `${m}journal/journal\\.ts`,
      `${m}sandbox/faults/index\\.ts`,
    ),
    door(
      'sign-in',
      `${m}sign-in/`,
      ...base,
      ...world,
      ...people,
      `${m}pages/`,
      `${m}token-endpoint/find-tenant\\.ts`,
    ),
    door('device-code', `${m}device-code/`, ...base, ...world, ...people, `${m}token-endpoint/`),
    ...pageFolders.map(pageDoor),
    door('discovery', `${m}discovery/`, ...base, ...world, ...exchange),
    door('managed-identity', `${m}managed-identity/`, ...base, ...world, ...exchange),
    door(
      'graph',
      `${m}graph/`,
      ...base,
      ...world,
      ...exchange,
      `${m}exchange/(decide|open-exchange)\\.ts`,
      `${m}journal/journal\\.ts`,
      `${m}sandbox/lag/index\\.ts`,
    ),
    door('graph-odata', `${m}graph/odata/`),
    door(
      'graph-call',
      `${m}graph/call/`,
      ...base,
      ...world,
      ...exchange,
      `${m}journal/journal\\.ts`,
    ),
    door('graph-caller', `${m}graph/caller/`, ...base, ...world, `${m}graph/call/`),
    door('graph-show', `${m}graph/show/`, ...base, `${m}graph/(call|odata)/`),
    door('graph-write', `${m}graph/write/`, ...base, `${m}graph/call/`),
    door(
      'control',
      `${m}control/`,
      ...base,
      ...world,
      `${m}(forge|journal|ports|sandbox|tenants)/`,
    ),
    door('files', `${m}files/`),
    door(
      'server',
      `${m}server/`,
      `${m}(create-mock-idp\\.ts|directory/|files/|keys/|ports/|sandbox/|state/|tenants/)`,
    ),
    door('state', `${m}state/`, `${m}directory/`, `${m}ports/`, `${m}files/`),
    door('wire-imports-nothing', 'wire/'),
    door('look-imports-nothing', 'look/'),
    door('programs', 'programs/'),
    door('mock-idp-stands-alone', m, 'look/'),
    door('client-stands-alone', 'client/'),
    door('msw', 'msw/', `${m}(index|node|directory/clouds)\\.ts`),
    // Their tests load nothing of the mock, which runs in a process of its own.
    door('test-runners', 'test-runners/', `${m}(index|rules/index)\\.ts`),
    door('judge', 'judge/', `${m}index\\.ts`),
    door('redirect', 'redirect/', `${m}(index|node)\\.ts`),
    door('evidence', 'evidence/', evidenceKinds),
    door('reports', 'reports/', 'look/', `${m}index\\.ts`, 'judge/index\\.ts'),
    door(
      'console',
      'console/',
      'look/',
      `${m}index\\.ts`,
      'reports/(source-link|page/(request-words|content-policy))\\.ts',
    ),
    door('provision', 'provision/', 'client/index\\.ts'),
    door(
      'engine',
      'engine/',
      `${m}(index|node)\\.ts`,
      'client/index\\.ts',
      'evidence/index\\.ts',
      'judge/index\\.ts',
      'programs/index\\.ts',
      'redirect/index\\.ts',
      'reports/(report|count-statuses|group-failures)\\.ts',
    ),
    door(
      'steps-use-the-doors',
      'steps/',
      `${m}(index|node)\\.ts`,
      'client/index\\.ts',
      'evidence/index\\.ts',
      'judge/index\\.ts',
      'engine/',
    ),
    door(
      'proofs',
      'proofs/',
      `${m}(index|node)\\.ts`,
      'client/index\\.ts',
      'engine/',
      'steps/support/',
      'tests/support/',
    ),
    door(
      'cli-uses-the-doors',
      'cli/',
      `${m}(index|node)\\.ts`,
      evidenceKinds,
      '(client|evidence|judge|programs|redirect|reports|console|provision)/index\\.ts',
      'engine/run/',
      'engine/package-root\\.ts',
      'engine/clients/adapter/open-client\\.ts',
      'engine/apis/(open-api|read-api-manifest)\\.ts',
    ),
    ...engineClimbsNowhere,
    noPackages(
      'endpoints-know-no-framework',
      `${m}(token-endpoint|device-code|discovery|managed-identity|graph|exchange|http|journal|sandbox|tokens|answers|rules|directory)/`,
      ['hono', '@hono'],
    ),
    noPackages('client-packages', 'client/', ['hono', '@hono', 'msw', 'zod', 'commander']),
    {
      name: 'only-the-state-knows-its-database',
      severity: 'error',
      from: { pathNot: `${test}|^${m}state/database\\.ts` },
      to: { path: 'node_modules/libsql/' },
    },
    {
      name: 'core-is-web-standard',
      comment:
        'Only files/, server/, state/, node.ts and the Node platform may use Node: the core runs on other runtimes.',
      severity: 'error',
      from: {
        path: `^${m}`,
        pathNot: `${test}|^${m}(files/|server/|state/|node\\.ts|keys/node-platform\\.ts)`,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'credentials-and-grants-do-not-know-their-siblings',
      severity: 'error',
      from: {
        path: `^${m}token-endpoint/authenticate-client/(client-secret|certificate|federated-credential|t1)\\.ts`,
      },
      to: {
        path: `^${m}token-endpoint/authenticate-client/(client-secret|certificate|federated-credential|t1)\\.ts`,
      },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { pathNot: `${test}|^(tests|tasks|bench)/` },
      to: { path: test },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
}
