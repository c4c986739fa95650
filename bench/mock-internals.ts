import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const files = [
  'exchange/correlation-id',
  'directory/complete',
  'directory/directory',
  'directory/seed',
  'issuers/issuer-names',
  'journal/journal',
  'keys/make-signing-key',
  'keys/node-platform',
  'ports/random',
  'exchange/read-limited-body',
  'journal/recorder',
  'tenants/sandboxes',
  'token-endpoint/index',
  'routes/token-route',
  'tenants/tenants',
  'tenants/variables',
] as const

/** What the mock of a build is put together from. */
export type Internals = typeof import('../mock-idp/exchange/correlation-id.ts') &
  typeof import('../mock-idp/directory/complete.ts') &
  typeof import('../mock-idp/directory/directory.ts') &
  typeof import('../mock-idp/directory/seed.ts') &
  typeof import('../mock-idp/issuers/issuer-names.ts') &
  typeof import('../mock-idp/journal/journal.ts') &
  typeof import('../mock-idp/keys/make-signing-key.ts') &
  typeof import('../mock-idp/keys/node-platform.ts') &
  typeof import('../mock-idp/ports/random.ts') &
  typeof import('../mock-idp/exchange/read-limited-body.ts') &
  typeof import('../mock-idp/journal/recorder.ts') &
  typeof import('../mock-idp/tenants/sandboxes.ts') &
  typeof import('../mock-idp/token-endpoint/index.ts') &
  typeof import('../mock-idp/routes/token-route.ts') &
  typeof import('../mock-idp/tenants/tenants.ts') &
  typeof import('../mock-idp/tenants/variables.ts')

/** From the build, not from the sources: the loader for TypeScript makes every named closure dearer. */
export async function loadInternals(dist: string): Promise<Internals> {
  const load = (file: string) => import(pathToFileURL(join(dist, 'mock-idp', `${file}.js`)).href)
  return Object.assign({}, ...(await Promise.all(files.map(load))))
}
