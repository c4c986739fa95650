import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judge } from './index.ts'
import { asked, brokenBy, brokenIn, fabrikam, issued, without } from './testing/breaches.ts'
import {
  billing,
  redemption,
  signedRequest,
  t1Request,
  tenant,
  tokenWith,
  trail,
} from './testing/trail.ts'

describe('what a client hands out and writes', () => {
  it('is compared with what was issued to whom', () => {
    const handedOut = { ...asked, agentIdentity: billing, token: tokenWith('uti-of-agent') }
    assert.ok(brokenIn({ asked: [{ ...asked }, handedOut] }).includes('RECIPIENT-OWN-TOKEN'))
    assert.ok(
      brokenIn({ asked: [{ ...asked, token: tokenWith('unknown') }] }).includes(
        'RECIPIENT-OWN-TOKEN',
      ),
    )
    assert.ok(
      brokenIn({ asked: [{ ...asked, token: 'no token at all' }] }).includes('RECIPIENT-OWN-TOKEN'),
    )
  })

  it('expires no later than it was issued for', () => {
    const late = { ...asked, token: issued, expiresOn: Date.parse('2026-11-23T12:00:00Z') }
    assert.deepEqual(brokenIn({ asked: [late] }), ['RECIPIENT-EXPIRY'])
  })

  it('holds no secret and no JWT, and the finding does not repeat it', () => {
    const [finding] = judge(trail([], { asked: [], said: 'line one\nsecret=canary' }))
    assert.equal(finding?.check, 'LOG-SECRETS')
    assert.equal(finding?.actual, 'a secret of this run, in line 2 of its output')
    assert.deepEqual(brokenIn({ said: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.' }), ['LOG-SECRETS'])
    assert.deepEqual(brokenIn({ said: 'nothing of the kind', secrets: ['', 'canary'] }), [])
  })

  it('goes to no other host', () => {
    assert.deepEqual(brokenIn({ strangeHosts: ['login.example:443'] }), ['AUTHORITY-HOST'])
  })

  it('takes no credential to another host, in whatever form', () => {
    const origin = 'https://login.example:443'
    for (const text of ['secret=canary', `authorization: Basic ${btoa('id:canary!')}`]) {
      const strange = { strangeHosts: ['login.example:443'], contacts: [{ origin, text }] }
      assert.deepEqual(brokenIn(strange), ['AUTHORITY-CREDENTIAL'])
    }
  })
})

describe('two assertions', () => {
  it('have two ids unless they are one', () => {
    const later = signedRequest({}, { iat: 1 })
    assert.deepEqual(brokenBy(signedRequest({}), later), ['SIGN-UNIQUE'])
    assert.deepEqual(brokenBy(signedRequest({}), signedRequest({}, { iat: 1, jti: 'two' })), [])
  })
})

describe('what a caller asked for', () => {
  it('is not held against the client a second time', () => {
    const blank = { ...asked, agentIdentity: 'undefined' }
    const request = t1Request({ parameters: { fmi_path: 'undefined' } })
    assert.deepEqual(judge(trail([request], { asked: [blank] })), [])
    const empty = { ...asked, agentIdentity: '' }
    assert.deepEqual(judge(trail([without('fmi_path')], { asked: [empty] })), [])
  })

  it('is not known of a program that is only watched', () => {
    const requests = [t1Request({ tenantId: fabrikam }), redemption({ tenantId: tenant })]
    assert.deepEqual(judge(trail(requests, { asked: undefined })), [])
  })
})
