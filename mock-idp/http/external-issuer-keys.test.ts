import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fetchIssuerKeys } from './external-issuer-keys.ts'

/** Answers the URLs it knows and remembers every URL it was asked for. */
function site(pages: Readonly<Record<string, unknown>>) {
  const asked: string[] = []
  const fetch = async (url: string, { redirect }: RequestInit) => {
    asked.push(url)
    assert.equal(redirect, 'error')
    return url in pages ? Response.json(pages[url]) : new Response('not found', { status: 404 })
  }
  return { asked, fetch }
}

const discovery = 'http://localhost:9000/.well-known/openid-configuration'
const jwks_uri = 'http://127.0.0.1:9000/keys'

test('keys are found through the discovery document', async () => {
  const { asked, fetch } = site({ [discovery]: { jwks_uri }, [jwks_uri]: { keys: [{ kid: 'a' }] } })
  assert.deepEqual(await fetchIssuerKeys('http://localhost:9000/', fetch), { keys: [{ kid: 'a' }] })
  assert.deepEqual(asked, [discovery, jwks_uri])
})

test('an issuer that is not on loopback is never asked', async () => {
  for (const issuer of [
    'https://idp.example',
    'https://127.0.0.1.idp.example',
    'https://localhost.idp.example',
    'https://localhost@idp.example',
    'file:///etc/passwd',
    'no url',
  ]) {
    const { asked, fetch } = site({})
    assert.deepEqual(await fetchIssuerKeys(issuer, fetch), { keys: [] })
    assert.deepEqual(asked, [])
  }
})

test('keys that a loopback issuer has elsewhere are never asked for', async () => {
  const { asked, fetch } = site({ [discovery]: { jwks_uri: 'https://idp.example/keys' } })
  assert.deepEqual(await fetchIssuerKeys('http://localhost:9000', fetch), { keys: [] })
  assert.deepEqual(asked, [discovery])
})

test('an issuer that answers nonsense has no keys', async () => {
  for (const pages of [
    {},
    { [discovery]: null },
    { [discovery]: {} },
    { [discovery]: { jwks_uri }, [jwks_uri]: null },
    { [discovery]: { jwks_uri }, [jwks_uri]: { keys: 'none' } },
  ]) {
    assert.deepEqual(await fetchIssuerKeys('http://localhost:9000', site(pages).fetch), {
      keys: [],
    })
  }
})
