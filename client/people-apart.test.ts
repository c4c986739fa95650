import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeJwt } from 'jose'
import {
  assistant,
  assistantName,
  bea,
  billing,
  booking,
  carlos,
  graphScope,
  tenantId,
} from './testing/fake-identity-provider.ts'
import { setUpClient } from './testing/test-client.ts'

const callers = ['Bea', 'Bea again', 'Carlos', 'user by id', 'user by name', 'nobody'] as const
const claims = ['', '{"access_token":{"acrs":{"value":"c1"}}}', '{"access_token":{}}']

const call = fc.record({
  agentIdentityId: fc.constantFrom(booking, billing),
  tenantId: fc.constantFrom(tenantId, '55555555-5555-4555-8555-555555555555'),
  scope: fc.constantFrom(graphScope, 'api://other/.default', 'api://third/.default'),
  caller: fc.constantFrom(...callers),
  claims: fc.constantFrom(...claims),
  forceRefresh: fc.boolean(),
  pauseSeconds: fc.constantFrom(0, 0, 0, 1800, 3600),
})
type Call = typeof call extends fc.Arbitrary<infer One> ? One : never

const subjects: Readonly<Record<Call['caller'], string | undefined>> = {
  Bea: bea,
  'Bea again': bea,
  Carlos: carlos,
  'user by id': assistant,
  'user by name': assistant,
  nobody: undefined,
}

const setUpCallers = () => {
  const world = setUpClient()
  const { client, userAssertion } = world
  const tcs = [bea, bea, carlos].map((oid, index) =>
    userAssertion(oid, { exp: 4_000_000_000, uti: `${index}` }),
  )
  const acquire = ({ caller, claims: asked, pauseSeconds: _, ...options }: Call) => {
    const wanted = { ...options, ...(asked !== '' && { claims: asked }) }
    if (caller === 'nobody') return client.acquireToken(wanted)
    if (caller === 'user by id') return client.asAgentUser({ oid: assistant }, wanted)
    if (caller === 'user by name') return client.asAgentUser({ upn: assistantName }, wanted)
    return client.onBehalfOf(tcs[callers.indexOf(caller)] ?? '', wanted)
  }
  return { ...world, acquire }
}

const identityOf = ({ forceRefresh: _, pauseSeconds: __, ...identity }: Call): string =>
  JSON.stringify(identity)

test('whatever is asked in whatever order, nobody gets what belongs to somebody else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 2, maxLength: 12 }), async (calls) => {
      const { acquire, advance } = setUpCallers()
      const owners = new Map<string, string>()
      for (const one of calls) {
        advance(one.pauseSeconds)
        const { token } = await acquire(one)
        const { appid, oid } = decodeJwt(token)
        assert.deepEqual([appid, oid], [one.agentIdentityId, subjects[one.caller]])
        assert.equal(owners.get(token) ?? identityOf(one), identityOf(one))
        owners.set(token, identityOf(one))
      }
    }),
  )
})

test('the same holds for callers that come all at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 2, maxLength: 12 }), async (calls) => {
      const { acquire } = setUpCallers()
      const acquired = await Promise.all(calls.map((one) => acquire(one)))
      const owners = new Map<string, string>()
      for (const [index, { token }] of acquired.entries()) {
        const one = calls[index]
        assert.ok(one)
        assert.deepEqual(decodeJwt(token).oid, subjects[one.caller])
        assert.equal(owners.get(token) ?? identityOf(one), identityOf(one))
        owners.set(token, identityOf(one))
      }
    }),
  )
})
