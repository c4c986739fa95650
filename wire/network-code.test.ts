import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkCodeOf } from './network-code.ts'

const failed = (cause: unknown) => new TypeError('fetch failed', { cause })

test('the code of an error or of its cause is read', () => {
  assert.equal(networkCodeOf({ code: 'ECONNRESET' }), 'ECONNRESET')
  assert.equal(networkCodeOf(failed({ code: 'CERT_HAS_EXPIRED' })), 'CERT_HAS_EXPIRED')
  assert.equal(networkCodeOf(failed(failed(failed({ code: 'ENOTFOUND' })))), 'ENOTFOUND')
})

test('the end of a time limit is a TIMEOUT, whatever its code', () => {
  assert.equal(networkCodeOf(new DOMException('slow', 'TimeoutError')), 'TIMEOUT')
})

test('nothing but a code of Node or OpenSSL is read', () => {
  const tooDeep = failed(failed(failed(failed({ code: 'ENOTFOUND' }))))
  const long = { code: 'A'.repeat(62) }
  const others = [undefined, null, 'ECONNRESET', {}, { code: 7 }, { code: 'secret' }, long, tooDeep]
  for (const thrown of others) assert.equal(networkCodeOf(thrown), undefined)
})

test('an error that causes itself comes to an end', () => {
  const error = new Error('loop')
  error.cause = error
  assert.equal(networkCodeOf(error), undefined)
})
