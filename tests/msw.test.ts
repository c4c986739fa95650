import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { decodeJwt } from 'jose'
import { setupServer } from 'msw/node'
import { createMockIdp } from '../index.ts'
import { mockIdpHandlers } from '../msw/index.ts'

const tenant = '10000000-c0de-4a11-8000-000000000001'
const concierge = '20000000-c0de-4a11-8000-000000000001'
const booking = '30000000-c0de-4a11-8000-000000000001'
const authority = `https://login.microsoftonline.com/${tenant}`

const idp = await createMockIdp()
const server = setupServer()

before(async () => {
  server.listen({ onUnhandledRequest: 'error' })
  server.use(...mockIdpHandlers(idp))
})
after(() => server.close())

test('msal-node with its default authority is answered in process', async () => {
  const blueprint = new ConfidentialClientApplication({
    auth: { clientId: concierge, authority, clientSecret: 'concierge-secret-for-tests-only' },
  })
  const agent = new ConfidentialClientApplication({
    auth: {
      clientId: booking,
      authority,
      clientAssertion: async () => {
        const scopes = ['api://AzureADTokenExchange/.default']
        const t1 = await blueprint.acquireTokenByClientCredential({ scopes, fmiPath: booking })
        return t1?.accessToken ?? ''
      },
    },
  })

  const scopes = ['https://graph.microsoft.com/.default']
  const result = await agent.acquireTokenByClientCredential({ scopes })
  const { appid, iss } = decodeJwt(result?.accessToken ?? '')

  assert.equal(appid, booking)
  assert.equal(iss, `https://sts.windows.net/${tenant}/`)
})

test('a managed identity is answered at the address of a virtual machine', async () => {
  const url =
    'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=api://AzureADTokenExchange'
  const answer = await fetch(url, { headers: { Metadata: 'true' } })
  const { access_token } = (await answer.json()) as { readonly access_token: string }
  assert.equal(decodeJwt(access_token).tid, tenant)
})

test('an agent identity asks Microsoft Graph at its own address', async () => {
  const token = await idp.graphToken({
    tenantId: tenant,
    origin: 'https://login.microsoftonline.com',
    clientId: booking,
    roles: ['User.Read.All'],
  })
  const headers = { authorization: `Bearer ${token}` }
  const administrator = "startswith(displayName,'Ada')"
  const url = `https://graph.microsoft.com/v1.0/users?$select=displayName&$filter=${administrator}`
  const answer = await fetch(url, { headers })
  const { value } = (await answer.json()) as { readonly value: unknown }
  assert.deepEqual(value, [{ displayName: 'Ada Administrator' }])
})

test('a request to any other host fails', async () => {
  await assert.rejects(fetch('https://example.com/'))
})
