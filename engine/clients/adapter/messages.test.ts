import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Capabilities, capabilities } from '../capabilities.ts'
import { AdapterFailure, type ClientSetup } from '../client-under-test.ts'
import { acquireMessage, configureMessage, outcomeOf } from './messages.ts'
import { adapterReplies } from './protocol.ts'
import { setup } from './testing/setup.ts'

const secret = { type: 'secret', value: 's' } as const
const [https, http] = ['https://localhost:8443', 'http://localhost:8080']

function authority(
  able: Partial<Capabilities>,
  changes: Partial<ClientSetup> = {},
  isRedirected = false,
): string {
  const way = { capabilities: { ...capabilities.parse({}), ...able }, isRedirected }
  const { authorityHost, caFile } = configureMessage(setup(changes), secret, way)
  assert.equal(caFile, authorityHost.startsWith('http:') ? '' : '/ca.pem')
  return authorityHost
}

describe('the configuration of a client under test', () => {
  it('names the authority by the first way that the client declares', () => {
    assert.equal(authority({}), https)
    assert.equal(authority({ schemes: ['http', 'https'] }), https)
    assert.equal(authority({ schemes: ['http'] }), http)
    assert.equal(authority({ redirect: ['metadata', 'authority'] }), https)
    assert.equal(authority({ redirect: ['metadata'], schemes: ['https', 'http'] }), http)
    const noHttp = { httpUrl: undefined }
    assert.equal(authority({ redirect: ['metadata'], schemes: ['https', 'http'] }, noHttp), https)
  })

  it('names the hosts of Microsoft Entra, where these are impersonated', () => {
    const of = (cloud: ClientSetup['cloud']) =>
      authority({ redirect: ['impersonate', 'authority'] }, { cloud }, true)
    assert.equal(of('public'), 'https://login.microsoftonline.com')
    assert.equal(of('usGovernment'), 'https://login.microsoftonline.us')
    assert.equal(of('china'), 'https://login.partner.microsoftonline.cn')
  })

  it('never sends a client to the real Microsoft Entra', () => {
    assert.throws(() => authority({ redirect: ['impersonate'] }), AdapterFailure)
  })

  it('is not possible over http where the target has none', () => {
    assert.throws(() => authority({ schemes: ['http'] }, { httpUrl: undefined }), AdapterFailure)
  })

  it('says all that the client needs', () => {
    const way = { capabilities: capabilities.parse({}), isRedirected: false }
    assert.deepEqual(configureMessage(setup({ cloud: 'china' }), secret, way), {
      authorityHost: https,
      tenantId: 'tenant',
      caFile: '/ca.pem',
      cloud: 'china',
      logLevel: 'trace',
      blueprint: { clientId: 'blueprint', credential: secret },
    })
  })
})

describe('an acquisition', () => {
  it('is of the autonomous flow, and names only what is wanted', () => {
    assert.deepEqual(acquireMessage({ agentIdentity: 'a', scope: 's' }), {
      flow: 'autonomous',
      agentIdentity: 'a',
      scopes: ['s'],
    })
    const wanted = { agentIdentity: 'a', scope: 's', tenantId: 't', forceRefresh: false }
    assert.deepEqual(acquireMessage(wanted), {
      flow: 'autonomous',
      agentIdentity: 'a',
      scopes: ['s'],
      tenantId: 't',
      forceRefresh: false,
    })
  })

  it('is about a person or an agent user where one is wanted', () => {
    const wanted = { agentIdentity: 'a', scope: 's', claims: '{}' }
    const message = { agentIdentity: 'a', scopes: ['s'], claims: '{}' }
    assert.deepEqual(acquireMessage({ ...wanted, flow: 'obo', userAssertion: 'tc' }), {
      ...message,
      flow: 'obo',
      userAssertion: 'tc',
    })
    assert.deepEqual(acquireMessage({ ...wanted, flow: 'agentUser', user: { oid: 'u' } }), {
      ...message,
      flow: 'agentUser',
      user: { oid: 'u' },
    })
  })

  it('may name no agent identity: null is sent, undefined is left out', () => {
    const of = (agentIdentity: null | undefined) => acquireMessage({ agentIdentity, scope: 's' })
    assert.deepEqual(of(null), { flow: 'autonomous', agentIdentity: null, scopes: ['s'] })
    assert.deepEqual(of(undefined), { flow: 'autonomous', scopes: ['s'] })
  })

  it('takes null in a reply for a member that is left out', () => {
    const token = { accessToken: 't', expiresOn: null, source: null }
    const reply = adapterReplies.acquire.parse({ id: 1, ok: true, token })
    assert.deepEqual(outcomeOf(reply), { token: 't' })
    const error = { kind: 'server', message: 'm', status: null, code: null, correlationId: null }
    const failed = outcomeOf(adapterReplies.acquire.parse({ id: 1, ok: false, error }))
    assert.equal(failed.error?.status, undefined)
    assert.equal(failed.error?.code, undefined)
  })

  it('ends with a token or an error, also one that says unsupported', () => {
    assert.deepEqual(outcomeOf({ ok: true, token: { accessToken: 't', source: 'cache' } }), {
      token: 't',
    })
    const { error } = outcomeOf({ ok: false, error: { kind: 'unsupported', message: 'no' } })
    assert.equal(error?.kind, 'unsupported')
    assert.equal(error?.message, 'no')
  })

  it('ends with an error on one line, whatever the client wrote', () => {
    const message = 'no\r\nFAILED \u001b[2J\u202e'
    const { error } = outcomeOf({ ok: false, error: { kind: 'client', message } })
    assert.equal(error?.message, 'no FAILED \\u001b[2J\\u202e')
  })
})
