import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openRedirect } from './index.ts'

for (const authorityHost of ['https://login.microsoftonline.com', 'https://10.0.0.5:8443']) {
  test(`${authorityHost} is no mock on this machine`, async () => {
    await assert.rejects(
      openRedirect({ authorityHost, caFile: '/data/ca.pem', environment: {} }),
      new TypeError(`expected a mock on localhost or 127.0.0.1, got ${authorityHost}`),
    )
  })
}
