import {
  createMockIdp,
  type MockIdpOptions,
  makeSigningKey,
  type StoredSigningKey,
} from '../../mock-idp/node.ts'
import { sandboxDirectory } from '../cast/sandbox-directory.ts'
import { controlApi } from './control-api.ts'
import type { Target } from './target.ts'

export type InProcessOptions = Pick<MockIdpOptions, 'waivedRules' | 'tamper'> & {
  /** Stands between the scenarios and the mock: how the tests of the suite break an answer. */
  readonly intercept?: Intercept | undefined
}

export type Intercept = (
  request: Request,
  forward: (request: Request) => Promise<Response>,
) => Promise<Response>

const authorityHost = 'https://localhost:8443'

/** A key takes a fifth of a second, so all mocks of a process share one. */
let signingKey: Promise<StoredSigningKey> | undefined

/** The mock without a port: the default target. */
export async function inProcessTarget({
  intercept,
  ...options
}: InProcessOptions = {}): Promise<Target> {
  signingKey ??= makeSigningKey({ now: new Date() })
  const idp = await createMockIdp({
    directory: { tenants: [bystander] },
    signingKeys: [await signingKey],
    ...options,
  })
  const answer = (request: Request) =>
    intercept && !request.url.includes('/_mock/')
      ? intercept(request, idp.fetch)
      : idp.fetch(request)
  const request: Target['request'] = (path, init) =>
    answer(new Request(`${authorityHost}${path}`, init))
  const power = controlApi(request)
  return {
    kind: 'in-process',
    authorityHost,
    request,
    power,
    openDirectory: () => sandboxDirectory(power, authorityHost),
    prepare: async () => {},
    close: async () => {},
  }
}

/** A directory is never empty. No scenario uses this tenant. */
const bystander = { tenantId: '99999999-9999-4999-8999-999999999999', displayName: 'Bystander' }
