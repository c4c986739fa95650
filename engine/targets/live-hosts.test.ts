import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Difference } from '../outcomes/difference.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import { authorityHostOf, graphOriginOf, onlyTo, trustedOrigins } from './live-hosts.ts'
import { TargetUnreachable } from './target.ts'

const publicAuthority = 'https://login.microsoftonline.com'
const own = { AGENTID_AUTHORITY_HOST: 'https://idp.example' }
const graph = { AGENTID_GRAPH_URL: 'https://graph.example' }

describe('without variables', () => {
  it('the authority and Microsoft Graph are the public ones', () => {
    assert.equal(authorityHostOf({}), publicAuthority)
    assert.equal(graphOriginOf({}, publicAuthority), 'https://graph.microsoft.com')
    assert.deepEqual(trustedOrigins({}, publicAuthority), [
      publicAuthority,
      'https://graph.microsoft.com',
    ])
  })
})

describe('an authority of your own', () => {
  it('has no Microsoft Graph by default', () => {
    assert.throws(() => graphOriginOf(own, 'https://idp.example'), NotTestable)
    assert.deepEqual(trustedOrigins(own, 'https://idp.example'), ['https://idp.example'])
  })
  it('has the one that the variable names', () => {
    const both = { ...own, ...graph }
    assert.equal(graphOriginOf(both, authorityHostOf(both)), 'https://graph.example')
  })
  it('may answer for Microsoft Graph too', () => {
    const both = { ...own, AGENTID_GRAPH_URL: 'https://idp.example/' }
    assert.equal(graphOriginOf(both, 'https://idp.example'), '')
  })
})

it('a Microsoft Graph of your own needs an authority of your own', () => {
  assert.throws(() => authorityHostOf(graph), TargetUnreachable)
})

it('only https origins are accepted', () => {
  assert.throws(() => authorityHostOf({ AGENTID_AUTHORITY_HOST: 'http://x' }), TargetUnreachable)
  assert.throws(() => authorityHostOf({ ...own, AGENTID_GRAPH_URL: 'nowhere' }), TargetUnreachable)
})

describe('a link in an answer', () => {
  const sent: string[] = []
  const send = onlyTo(['https://idp.example'], 'https://idp.example', async (path) => {
    sent.push(path)
    return new Response()
  })
  const headers = { authorization: 'Bearer a.b.c' }

  it('is followed with a token to a trusted origin', async () => {
    await send('/v1.0/users', { headers })
    await send('https://idp.example/v1.0/users', { headers })
    assert.deepEqual(sent.splice(0), ['/v1.0/users', 'https://idp.example/v1.0/users'])
  })

  for (const elsewhere of [
    'https://evil.example/v1.0/users',
    'https://idp.example:8443/v1.0/users',
    'https://idp.example.evil.example/v1.0/users',
    'http://idp.example/v1.0/users',
  ]) {
    it(`is not followed with a token to ${elsewhere}`, async () => {
      await assert.rejects(async () => send(elsewhere, { headers }), Difference)
      await assert.rejects(async () => send(elsewhere, { method: 'POST', body: 'a' }), Difference)
      assert.deepEqual(sent, [])
    })
  }

  it('is followed anywhere without a credential, such as to keys', async () => {
    await send('https://keys.example/jwks')
    assert.deepEqual(sent.splice(0), ['https://keys.example/jwks'])
  })
})
