import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { excerpt, hideSecrets } from './hide-secrets.ts'

describe('the text of an error of an adapter', () => {
  it('shows no secret that the client was given, however it is written', () => {
    const text = 'plain s3+/=&" form s3%2B%2F%3D%26%22 json "s3+/=&\\""'
    assert.equal(hideSecrets(text, ['s3+/=&"']), 'plain (hidden) form (hidden) json "(hidden)"')
  })

  it('shows no token and no private key', () => {
    assert.equal(hideSecrets('got eyJhbGciOiJ9.eyJhdWQ.c2ln!', []), 'got (hidden)!')
    const key = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----'
    assert.equal(hideSecrets(`${key} then\n${key.slice(0, 30)}`, []), '(hidden) then\n(hidden)')
  })

  it('leaves no given secret in any text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 9 }), fc.string(), (secret, around) => {
        fc.pre(!'(hidden)'.includes(secret) && !around.includes('(hid'))
        assert.ok(!hideSecrets(`${around}${secret}${around}`, [secret]).includes(secret))
      }),
    )
  })

  it('is one line of bounded length', () => {
    assert.equal(excerpt('a\u001b[31mb\r\nc', 20), 'a\\u001b[31mb\\u000d\\u000ac')
    assert.equal(excerpt('abcdef', 3), 'abc…')
  })
})
