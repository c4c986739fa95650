import {
  assertionFile,
  type ClientFetch,
  type Credential,
  certificate,
  clientSecret,
  createAgentIdentityClient,
  managedIdentity,
  TokenRequestError,
} from '../../client/index.ts'
import type { ClientCredential, ClientError, NewClient } from './client-under-test.ts'

/** The reference client of this package, in this process. */
export const referenceClient: NewClient = async (setup) => {
  const said: string[] = []
  const fetch: ClientFetch = (url, init) => setup.request(pathOf(url), init)
  const client = createAgentIdentityClient({
    tenantId: setup.tenantId,
    blueprintClientId: setup.blueprintClientId,
    authorityHost: setup.authorityHost,
    credential: credentialFor(setup.credential, fetch),
    fetch,
    now: setup.nowMs,
    sleep: (ms) => setup.passTime(ms / 1000),
    onEvent: (event) => said.push(JSON.stringify(event)),
  })
  return {
    name: 'reference client',
    acquire: async ({ agentIdentity, scope, forceRefresh }) => {
      try {
        const options = { agentIdentityId: agentIdentity, scope, forceRefresh }
        return { token: (await client.acquireToken(options)).token }
      } catch (error) {
        return { error: errorOf(error) }
      }
    },
    said: () => said.join('\n'),
    close: async () => {},
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

function credentialFor(credential: ClientCredential, fetch: ClientFetch): Credential {
  if (credential.type === 'secret') return clientSecret(credential.value)
  if (credential.type === 'certificate') return certificate(credential)
  if (credential.type === 'assertionFile') return assertionFile(credential.file)
  return managedIdentity({ ...credential, fetch })
}

function errorOf(error: unknown): ClientError {
  if (!(error instanceof Error)) throw new TypeError('the client threw what is no error')
  const { message } = error
  if (!(error instanceof TokenRequestError)) return { kind: 'client', message }
  const { httpStatus, error: code, errorCodes, correlationId } = error
  return { kind: 'server', message, status: httpStatus, code, aadsts: errorCodes, correlationId }
}
