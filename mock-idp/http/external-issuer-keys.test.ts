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
const issuer = 'http://localhost:9000'

test('keys are found through the discovery document', async () => {
  for (const issuer of ['http://localhost:9000/', 'http://localhost:9000']) {
    const pages = { [discovery]: { issuer, jwks_uri }, [jwks_uri]: { keys: [{ kid: 'a' }] } }
    const { asked, fetch } = site(pages)
    assert.deepEqual(await fetchIssuerKeys(issuer, fetch), { keys: [{ kid: 'a' }] })
    assert.deepEqual(asked, [discovery, jwks_uri])
  }
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
    assert.equal(await fetchIssuerKeys(issuer, fetch), undefined)
    assert.deepEqual(asked, [])
  }
})

test('keys that a loopback issuer has elsewhere are never asked for', async () => {
  const { asked, fetch } = site({
    [discovery]: { issuer, jwks_uri: 'https://idp.example/keys' },
  })
  assert.equal(await fetchIssuerKeys(issuer, fetch), undefined)
  assert.deepEqual(asked, [discovery])
})

const keys = { [jwks_uri]: { keys: [] } }
const usable = { issuer, jwks_uri }

for (const [what, pages] of [
  ['no document', {}],
  ['a document that is no object', { [discovery]: null, ...keys }],
  ['a document without its keys', { [discovery]: { issuer }, ...keys }],
  ['a document of another issuer', { [discovery]: { ...usable, issuer: `${issuer}/` }, ...keys }],
  ['a document that names no issuer', { [discovery]: { jwks_uri }, ...keys }],
  [
    'an endpoint of empty text, as SPIRE does',
    { [discovery]: { ...usable, authorization_endpoint: '' }, ...keys },
  ],
  [
    'an empty list of subject types, as SPIRE does',
    { [discovery]: { ...usable, subject_types_supported: [] }, ...keys },
  ],
  ['a place of its keys that is no text', { [discovery]: { ...usable, jwks_uri: 1 }, ...keys }],
  ['no key set', { [discovery]: usable }],
  ['a key set that is no object', { [discovery]: usable, [jwks_uri]: null }],
  ['a key set without a list', { [discovery]: usable, [jwks_uri]: { keys: 'none' } }],
  ['a key set of other things than keys', { [discovery]: usable, [jwks_uri]: { keys: ['a'] } }],
] as const) {
  test(`an issuer that publishes ${what} has no usable documents`, async () => {
    assert.equal(await fetchIssuerKeys(issuer, site(pages).fetch), undefined)
  })
}

test('a document with what others of its kind hold is usable', async () => {
  const document = {
    ...usable,
    authorization_endpoint: `${issuer}/authorize`,
    subject_types_supported: ['public'],
  }
  const { fetch } = site({ [discovery]: document, ...keys })
  assert.deepEqual(await fetchIssuerKeys(issuer, fetch), { keys: [] })
})
