import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLoopbackUrl } from './loopback.ts'

test('loopback origins are those of this machine alone', () => {
  for (const origin of ['http://localhost:1', 'http://127.0.0.1', 'https://[::1]:8443']) {
    assert.ok(isLoopbackUrl(origin))
  }
  for (const origin of [
    'https://sts.windows.net',
    'https://localhost.example',
    'http://10.0.0.7',
  ]) {
    assert.equal(isLoopbackUrl(origin), false)
  }
})
