import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { capabilities } from '../capabilities.ts'
import { adapterProtocolJsonSchema, manifestJsonSchema } from './json-schemas.ts'
import { configureMessage } from './messages.ts'
import { adapterReplies, adapterRequest } from './protocol.ts'
import { setup } from './testing/setup.ts'

const protocol = JSON.parse(adapterProtocolJsonSchema())

/** One definition, validated by a library that knows nothing but JSON Schema. */
function published(name: string): z.ZodType {
  assert.ok(name in protocol.$defs, name)
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: protocol.$defs })
}

const secret = { type: 'secret', value: 's' } as const
const way = { capabilities: capabilities.parse({}), isRedirected: false }
const configure = { id: 2, op: 'configure', ...configureMessage(setup(), secret, way) }
const acquire = { id: 3, op: 'acquire', flow: 'autonomous', agentIdentity: 'a', scopes: ['s'] }
const { value, ...valueless } = secret
const token = { accessToken: 't', expiresOn: 1 }

const requests: readonly (readonly [string, object, boolean])[] = [
  ['helloRequest', { id: 1, op: 'hello', protocol: 'agentid-adapter/1' }, true],
  ['helloRequest', { id: 1, op: 'hello', protocol: 'agentid-adapter/2' }, false],
  ['configureRequest', configure, true],
  ['configureRequest', { ...configure, cloud: 'moon' }, false],
  [
    'configureRequest',
    { ...configure, blueprint: { clientId: 'b', credential: valueless } },
    false,
  ],
  ['acquireRequest', acquire, true],
  ['acquireRequest', { ...acquire, user: { upn: 'u@example.com' }, unknown: 1 }, true],
  ['acquireRequest', { ...acquire, agentIdentity: null }, true],
  ['acquireRequest', { ...acquire, agentIdentity: undefined }, true],
  ['acquireRequest', { ...acquire, agentIdentity: 7 }, false],
  ['acquireRequest', { ...acquire, user: {} }, false],
  ['acquireRequest', { ...acquire, scopes: 's' }, false],
  ['resetRequest', { id: 4, op: 'reset' }, true],
  ['shutdownRequest', { id: 5, op: 'shutdown' }, true],
  ['shutdownRequest', { op: 'shutdown' }, false],
]

const hello = { id: 1, ok: true, name: 'n', version: '1', capabilities: {} }
const failed = { id: 1, ok: false, error: { kind: 'server', message: 'm', aadsts: [7000215] } }
const replies: readonly (readonly [keyof typeof adapterReplies, object, boolean])[] = [
  ['hello', hello, true],
  ['hello', { ...hello, capabilities: { redirect: [] } }, false],
  ['hello', { ...hello, version: '' }, false],
  ['configure', { id: 1, ok: true }, true],
  ['configure', { id: 1 }, false],
  ['acquire', { id: 1, ok: true, token }, true],
  ['acquire', { ok: true, token }, true],
  ['acquire', { ok: true, token: { ...token, expiresOn: null, source: null } }, true],
  ['acquire', { ok: true, token: { ...token, expiresOn: 'soon' } }, false],
  ['acquire', { ...failed, error: { ...failed.error, status: null, aadsts: null } }, true],
  ['acquire', { id: 1, ok: true }, false],
  ['acquire', failed, true],
  ['acquire', { ...failed, error: { kind: 'server' } }, false],
  ['reset', failed, true],
  ['shutdown', { id: 1, ok: 'yes' }, false],
]

describe('the published schema of the protocol', () => {
  for (const [name, message, isValid] of requests) {
    it(`${isValid ? 'allows' : 'forbids'} ${name} ${JSON.stringify(message)}`, () => {
      assert.equal(published(name).safeParse(message).success, isValid)
      assert.equal(published('request').safeParse(message).success, isValid)
      assert.equal(adapterRequest.safeParse(message).success, isValid)
    })
  }

  for (const [operation, reply, isValid] of replies) {
    it(`${isValid ? 'allows' : 'forbids'} the reply to ${operation} ${JSON.stringify(reply)}`, () => {
      assert.equal(published(`${operation}Reply`).safeParse(reply).success, isValid)
      assert.equal(adapterReplies[operation].safeParse(reply).success, isValid)
    })
  }

  it('has the context of the one-shot mode', () => {
    const { id, op, ...wanted } = acquire
    const context = { configure: configureMessage(setup(), secret, way), acquire: wanted }
    assert.ok(published('oneShotContext').safeParse(context).success)
    assert.ok(!published('oneShotContext').safeParse({ configure: context.configure }).success)
  })
})

describe('the published schema of the manifest', () => {
  it('describes every member', () => {
    const { properties, oneOf } = JSON.parse(manifestJsonSchema())
    for (const [name, member] of Object.entries(properties)) {
      assert.ok(Object(member).description, name)
    }
    assert.deepEqual(oneOf, [{ required: ['command'] }, { required: ['url'] }])
  })
})
