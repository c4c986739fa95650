import {
  createMockIdp,
  type MockIdpOptions,
  makeSigningKey,
  type StoredSigningKey,
} from '../../mock-idp/node.ts'
import type { Send } from '../requests/wire-request.ts'
import { controlApi } from './control-api.ts'
import { sandboxDirectory } from './sandbox-directory.ts'
import { type Target, urlAt } from './target.ts'

export type InProcessOptions = Pick<MockIdpOptions, 'waivedRules' | 'tamper' | 'sleep'> & {
  /** Wraps the mock, so that the proofs can change its answers. */
  readonly intercept?: Intercept | undefined
  readonly chaosSeed?: number | undefined
}

export type Intercept = (
  request: Request,
  forward: (request: Request) => Promise<Response>,
) => Promise<Response>

const authorityHost = 'https://localhost:8443'

/** Generating a key takes 0.2 s, so all mocks of a process share one. */
let signingKey: Promise<StoredSigningKey> | undefined

/** The mock without a port: the default target. */
export async function inProcessTarget({
  intercept,
  chaosSeed,
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
  const request: Send = async (path, init) => {
    const asked = new Request(urlAt(authorityHost, path), init)
    return asFetched(asked, await answer(asked))
  }
  const power = controlApi(request)
  return {
    kind: 'in-process',
    authorityHost,
    request,
    power,
    openDirectory: () => sandboxDirectory(power, authorityHost, chaosSeed),
    prepare: async () => {},
    close: async () => {},
  }
}

/** Fails like `fetch` if the caller aborted, or if the connection closed without a response. */
function asFetched({ signal }: Request, answer: Response): Response {
  signal.throwIfAborted()
  if (answer.type === 'error') throw new TypeError('fetch failed')
  return answer
}

/** A directory must not be empty. No scenario uses this tenant. */
const bystander = { tenantId: '99999999-9999-4999-8999-999999999999', displayName: 'Bystander' }
