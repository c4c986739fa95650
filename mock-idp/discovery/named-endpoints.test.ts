import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { answerOf, openMock, origin } from '../testing/mock-world.ts'

const idp = await openMock()
const read = async (url: string, method = 'GET') =>
  answerOf(await idp.fetch(new Request(url, { method })))

/**
 * The documents are as captured, so they name what this mock does not have: the requests of version 1, which ask for a
 * `resource` and not for a scope, sessions in frames, and Kerberos. Whoever goes there hears that nothing is served.
 */
const notServed: Readonly<Record<string, readonly string[]>> = {
  '/v2.0': ['kerberos_endpoint'],
  '': [
    'token_endpoint',
    'authorization_endpoint',
    'device_authorization_endpoint',
    'check_session_iframe',
    'kerberos_endpoint',
  ],
}

for (const tenant of [seedIds.contoso, 'common']) {
  for (const [version, missing] of Object.entries(notServed)) {
    test(`what the document of ${tenant}${version} names is served, but for what the mock does not have`, async () => {
      const { body } = await read(`${origin}/${tenant}${version}/.well-known/openid-configuration`)
      const named = Object.entries(body).filter(
        ([name, value]) => name !== 'issuer' && String(value).startsWith(origin),
      )
      assert.ok(named.length >= 6)
      const unserved: string[] = []
      for (const [name, url] of named) {
        const { rule } = await read(String(url))
        if (rule === 'REQ-PATH') unserved.push(name)
      }
      assert.deepEqual(unserved, missing)
    })
  }
}
