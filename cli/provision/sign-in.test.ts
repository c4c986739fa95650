import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeSurroundings, noonMs } from '../testing/fake-surroundings.ts'
import { makeJwt } from '../testing/make-token.ts'
import { UsageError } from '../usage-error.ts'
import type { Identity } from './azure-sign-in.ts'
import { chooseSignIn } from './sign-in.ts'
import type { SignInTarget } from './sign-in-target.ts'

const target: SignInTarget = {
  graphResource: 'https://graph.microsoft.com',
  authorityHost: 'https://login.microsoftonline.com',
  tenantId: '10000000-c0de-4a11-8000-000000000001',
  certificateAuthority: undefined,
}
const { signal } = new AbortController()

/** The package, as far as it is used: it keeps what it is given. */
function fakeIdentity(fail?: Error) {
  const made: { readonly kind: string; readonly options: unknown }[] = []
  const asked: (string | string[])[] = []
  const credential = (kind: string) =>
    class {
      constructor(options: unknown) {
        made.push({ kind, options })
      }
      async getToken(scopes: string | string[]) {
        asked.push(scopes)
        if (fail !== undefined) throw fail
        return { token: 'a-token', expiresOnTimestamp: noonMs }
      }
    }
  const identity = {
    DefaultAzureCredential: credential('default'),
    DeviceCodeCredential: credential('device code'),
  }
  return { made, asked, load: async () => identity as unknown as Identity }
}

const noDeviceCode = { deviceCode: false }

test('a token in the environment comes before everything that is installed', async () => {
  const token = makeJwt({ exp: noonMs / 1000 + 3600 })
  const { made, load } = fakeIdentity()
  const surroundings = fakeSurroundings({ env: { AGENTID_GRAPH_TOKEN: token } })
  const signIn = await chooseSignIn(noDeviceCode, target, surroundings, load)
  assert.equal(signIn.origin, 'the token in AGENTID_GRAPH_TOKEN')
  assert.equal(await signIn.accessToken(signal), token)
  assert.deepEqual(made, [])
})

test('DefaultAzureCredential is asked for Graph, in the tenant that was named', async () => {
  const { made, asked, load } = fakeIdentity()
  const signIn = await chooseSignIn(noDeviceCode, target, fakeSurroundings(), load)
  assert.equal(await signIn.accessToken(signal), 'a-token')
  assert.deepEqual(asked, [['https://graph.microsoft.com/.default']])
  assert.deepEqual(made, [
    {
      kind: 'default',
      options: { authorityHost: target.authorityHost, tenantId: target.tenantId },
    },
  ])
})

test('another authority is trusted as told, and looked up in no list', async () => {
  const { made, load } = fakeIdentity()
  const mock = { ...target, authorityHost: 'https://localhost:8443', certificateAuthority: 'PEM' }
  await chooseSignIn(noDeviceCode, mock, fakeSurroundings(), load)
  const { disableInstanceDiscovery, tlsOptions } = (made[0]?.options ?? {}) as {
    readonly disableInstanceDiscovery?: boolean
    readonly tlsOptions?: { readonly ca: readonly string[] }
  }
  assert.deepEqual([disableInstanceDiscovery, tlsOptions?.ca.at(-1)], [true, 'PEM'])
  assert.equal((tlsOptions?.ca.length ?? 0) > 100, true)
})

test('a device code asks for the permissions one by one, for an application of the user', async () => {
  const { made, asked, load } = fakeIdentity()
  const surroundings = fakeSurroundings({ env: { AGENTID_GRAPH_TOKEN: 'passed over' } })
  const clientId = '20000000-c0de-4a11-8000-000000000001'
  const signIn = await chooseSignIn({ deviceCode: true, clientId }, target, surroundings, load)
  await signIn.accessToken(signal)
  assert.equal(signIn.origin, `a device code for application ${clientId}`)
  const { userPromptCallback, ...options } = (made[0]?.options ?? {}) as {
    readonly userPromptCallback?: (info: { readonly message: string }) => void
  }
  assert.deepEqual(options, {
    authorityHost: target.authorityHost,
    tenantId: target.tenantId,
    clientId,
  })
  assert.equal(asked[0]?.includes('https://graph.microsoft.com/AgentIdentity.Create.All'), true)
  userPromptCallback?.({ message: 'open the page and enter the code' })
  assert.equal(surroundings.err(), 'open the page and enter the code\n')
})

test('a device code without an application is a usage error that names the permissions', async () => {
  await assert.rejects(
    chooseSignIn({ deviceCode: true }, target, fakeSurroundings(), fakeIdentity().load),
    (error) => error instanceof UsageError && /AgentIdentityBlueprint\.Create/.test(error.message),
  )
})

test('what a credential throws is told without anything shaped like a token', async () => {
  const { load } = fakeIdentity(new Error(`denied ${makeJwt({ sub: 'x' })}`))
  const signIn = await chooseSignIn(noDeviceCode, target, fakeSurroundings(), load)
  await assert.rejects(signIn.accessToken(signal), { message: 'sign-in failed: denied [redacted]' })
})
