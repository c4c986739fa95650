import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../../tests/support/exhaustive.ts'
import { seedIds } from '../../directory/seed-ids.ts'
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

const text = fc.oneof(
  fc.constantFrom('', 'RS256', 'JWT', 'external', good.iss, good.sub, good.aud, '1900000000'),
  fc.constantFrom(seedIds.concierge, seedIds.booking, '__proto__', 'constructor'),
  fc.constantFrom(`https://login.microsoftonline.com/${seedIds.contoso}/v2.0`, 'https://localhost'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
/** JSON of any structure, with names that mean something to JavaScript. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(null, true, 0, -1.5, 1e300, 1_900_000_000),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('toString', 'valueOf', 'toJSON', 'length', '__proto__', 'x'),
      tie('value'),
      {
        maxKeys: 3,
      },
    ),
    fc.integer({ min: 60, max: 6_000 }).map((depth) => ({ deep: depth })),
  ),
}))
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
const part = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names, 'crit', 'b64', '__proto__', 'toString'), value, {
    maxKeys: 5,
  })

/** What is marked as deep becomes so only in the text: values of this depth cannot be written. */
function written(part: unknown): string {
  return JSON.stringify(part).replace(/\{"deep":(\d+)\}/g, (_, depth: string) => {
    const count = Number(depth)
    return `${'['.repeat(count)}${']'.repeat(count)}`
  })
}
const encoded = (part: unknown) => Buffer.from(written(part)).toString('base64url')

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
  header: part(knownHeaders),
  claims: part(claimNames),
  signature: fc.oneof(fc.constant('AAAA'), fc.string({ maxLength: 6 })),
  client: fc.constantFrom<string>(seedIds.concierge, seedIds.booking, seedIds.intranet),
})

test('whatever header and claims say, the answer is a refusal, and it is journalled', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(sent, async ({ start: [head, said], header, claims, signature, client }) => {
      const jwt = `${encoded({ ...head, ...header })}.${encoded({ ...said, ...claims })}.${signature}`
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
