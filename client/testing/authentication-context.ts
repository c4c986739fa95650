import type { AuthenticationContext } from '../credentials/credential.ts'
import { authorityHost, blueprint, tenantId } from './fake-identity-provider.ts'

let uuids = 0

/** What a credential is given for one request. */
export const contextFor = (change: Partial<AuthenticationContext> = {}): AuthenticationContext => ({
  clientId: blueprint,
  tokenEndpoint: `${authorityHost}/${tenantId}/oauth2/v2.0/token`,
  exchangeAudience: 'api://AzureADTokenExchange',
  now: () => Date.UTC(2026, 10, 1, 12, 0, 0, 999),
  randomUuid: () => {
    uuids += 1
    return `uuid-${uuids}`
  },
  signal: new AbortController().signal,
  getJson: () => Promise.reject(new Error('this credential needs no network')),
  ...change,
})
