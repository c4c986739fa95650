import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const files = [
  'app',
  'directory/complete',
  'directory/directory',
  'directory/seed',
  'exchange/decide',
  'exchange/open-exchange',
  'http/see-request',
  'http/issuer-names',
  'journal/journal',
  'journal/recorder',
  'keys/make-signing-key',
  'keys/node-platform',
  'ports/random',
  'sandbox/sandboxes',
  'tenants/tenants',
  'tenants/variables',
  'token-endpoint/index',
] as const

/** What the mock of a build is put together from. */
export type Internals = typeof import('../mock-idp/app.ts') &
  typeof import('../mock-idp/directory/complete.ts') &
  typeof import('../mock-idp/directory/directory.ts') &
  typeof import('../mock-idp/directory/seed.ts') &
  typeof import('../mock-idp/exchange/decide.ts') &
  typeof import('../mock-idp/exchange/open-exchange.ts') &
  typeof import('../mock-idp/http/see-request.ts') &
  typeof import('../mock-idp/http/issuer-names.ts') &
  typeof import('../mock-idp/journal/journal.ts') &
  typeof import('../mock-idp/journal/recorder.ts') &
  typeof import('../mock-idp/keys/make-signing-key.ts') &
  typeof import('../mock-idp/keys/node-platform.ts') &
  typeof import('../mock-idp/ports/random.ts') &
  typeof import('../mock-idp/sandbox/sandboxes.ts') &
  typeof import('../mock-idp/tenants/tenants.ts') &
  typeof import('../mock-idp/tenants/variables.ts') &
  typeof import('../mock-idp/token-endpoint/index.ts')

/** From the build, not from the sources: the loader for TypeScript makes every named closure dearer. */
export async function loadInternals(dist: string): Promise<Internals> {
  const load = (file: string) => import(pathToFileURL(join(dist, 'mock-idp', `${file}.js`)).href)
  return Object.assign({}, ...(await Promise.all(files.map(load))))
}
