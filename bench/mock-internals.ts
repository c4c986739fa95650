import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const files = [
  'correlation-id',
  'directory/complete',
  'directory/directory',
  'directory/seed',
  'issuer-names',
  'journal',
  'keys/make-signing-key',
  'keys/node-platform',
  'random',
  'read-limited-body',
  'recorder',
  'sandboxes',
  'token-endpoint/index',
  'token-route',
  'tenants',
  'variables',
] as const

/** What the mock of a build is put together from. */
export type Internals = typeof import('../mock-idp/correlation-id.ts') &
  typeof import('../mock-idp/directory/complete.ts') &
  typeof import('../mock-idp/directory/directory.ts') &
  typeof import('../mock-idp/directory/seed.ts') &
  typeof import('../mock-idp/issuer-names.ts') &
  typeof import('../mock-idp/journal.ts') &
  typeof import('../mock-idp/keys/make-signing-key.ts') &
  typeof import('../mock-idp/keys/node-platform.ts') &
  typeof import('../mock-idp/random.ts') &
  typeof import('../mock-idp/read-limited-body.ts') &
  typeof import('../mock-idp/recorder.ts') &
  typeof import('../mock-idp/sandboxes.ts') &
  typeof import('../mock-idp/token-endpoint/index.ts') &
  typeof import('../mock-idp/token-route.ts') &
  typeof import('../mock-idp/tenants.ts') &
  typeof import('../mock-idp/variables.ts')

/** From the build, not from the sources: the loader for TypeScript makes every named closure dearer. */
export async function loadInternals(dist: string): Promise<Internals> {
  const load = (file: string) => import(pathToFileURL(join(dist, 'mock-idp', `${file}.js`)).href)
  return Object.assign({}, ...(await Promise.all(files.map(load))))
}
