import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../../tests/support/exhaustive.ts'
import { seedIds } from '../../directory/seed-ids.ts'
import { encodedPart, jwtPart } from '../../testing/arbitrary-jwt.ts'
import { external, good, mockOfIssuer } from '../../testing/federated-tokens.ts'
import {
  askToken,
  control,
  jwtBearer,
  redemption,
  t1Request,
  tokenOf,
} from '../../testing/mock-world.ts'
import { knownHeaders } from './known-members.ts'

const idp = await mockOfIssuer()
const t1 = tokenOf(await askToken(idp, t1Request))
const federated = await external()

const claimNames = [
  'iss',
  'sub',
  'aud',
  'exp',
  'nbf',
  'iat',
  'jti',
  'azp',
  'appid',
  'idtyp',
  'scp',
  'aio',
]
const starts: readonly (readonly [object, object])[] = [
  [{ alg: 'RS256', kid: 'external', typ: 'JWT' }, good],
  [
    { alg: 'RS256', x5t: 'AAAA' },
    { ...good, iss: seedIds.concierge, sub: seedIds.concierge },
  ],
  [
    { alg: 'RS256', kid: 'x' },
    { ...good, iss: `https://login.microsoftonline.com/${seedIds.contoso}/v2.0` },
  ],
]
const sent = fc.record({
  start: fc.constantFrom(...starts),
  header: jwtPart(knownHeaders),
  claims: jwtPart(claimNames),
  signature: fc.oneof(fc.constant('AAAA'), fc.string({ maxLength: 6 })),
  client: fc.constantFrom<string>(seedIds.concierge, seedIds.booking, seedIds.intranet),
})

test('whatever header and claims say, the answer is a refusal, and it is journalled', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(sent, async ({ start: [head, said], header, claims, signature, client }) => {
      const jwt = `${encodedPart({ ...head, ...header })}.${encodedPart({ ...said, ...claims })}.${signature}`
      const form = redemption(jwt, { client_id: client, client_assertion_type: jwtBearer })
      const { status, body, rule } = await askToken(idp, form)
      asked += 1
      assert.ok([400, 401].includes(status), `${status} ${rule}`)
      assert.equal([body.error_codes].flat().length, 1)
    }),
    { numRuns: runs(100_000, 300), seed: 20261123 },
  )
  const { status, body } = await control(idp, 'GET', `/requests?tenant=${seedIds.contoso}`)
  assert.equal(status, 200)
  const entries = body.requests as readonly { readonly sequence: number }[]
  assert.ok((entries.at(-1)?.sequence ?? 0) >= asked)
})

test('whatever text stands for an assertion, the answer is a refusal', async () => {
  const cut = fc.tuple(
    fc.constantFrom(t1, federated),
    fc.nat({ max: 2_000 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const damaged = cut.map(
    ([jwt, at, more]) =>
      `${jwt.slice(0, at % jwt.length)}${more}${jwt.slice((at % jwt.length) + 1)}`,
  )
  const anything = fc.oneof(fc.string({ unit: 'binary' }), damaged)
  await fc.assert(
    fc.asyncProperty(anything, async (jwt) => {
      const { status } = await askToken(idp, redemption(`${jwt}x`))
      assert.ok([400, 401].includes(status), String(status))
    }),
    { numRuns: runs(20_000, 100), seed: 20261123 },
  )
})
