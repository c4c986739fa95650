import assert from 'node:assert/strict'
import { test } from 'node:test'
import { control, formOf, origin } from '../testing/mock-world.ts'
import { bea, contoso, desk, intranet, openBrowser, signedInAt } from '../testing/open-browser.ts'

const logout = (parameters: Readonly<Record<string, string>> = {}) =>
  `/${contoso}/oauth2/v2.0/logout?${new URLSearchParams(parameters)}`

for (const [what, parameters] of [
  ['by its address alone', {}],
  ['of the client that the request names', { client_id: intranet }],
] as const) {
  test(`a browser goes on at a registered address, ${what}, with its state`, async () => {
    const { send } = await openBrowser()
    const asked = { post_logout_redirect_uri: signedInAt, state: 'a & b', ...parameters }
    const { response, location } = await send(logout(asked))
    assert.equal(response.status, 302)
    assert.equal(location, `${signedInAt}?state=a+%26+b`)
  })
}

test('the client is known by its id_token', async () => {
  const { mock, send } = await openBrowser()
  const ask = async (client: string) => {
    const order = { kind: 'idToken', user: bea, client }
    const { body } = await control(mock, 'POST', `/tokens?tenant=${contoso}`, order)
    const hint = { id_token_hint: String(body.token), post_logout_redirect_uri: signedInAt }
    return (await send(logout(hint))).response.status
  }
  assert.equal(await ask(intranet), 302)
  assert.equal(await ask(desk), 200)
})

for (const [what, parameters] of [
  ['nobody registered', { post_logout_redirect_uri: 'https://elsewhere.example/' }],
  ['another client registered', { post_logout_redirect_uri: signedInAt, client_id: desk }],
  ['only begins as a registered one', { post_logout_redirect_uri: `${signedInAt}/more` }],
  ['a browser would run', { post_logout_redirect_uri: 'javascript:alert(1)' }],
  ['is none', {}],
] as const) {
  test(`at an address that ${what}, the browser is shown a page`, async () => {
    const { send } = await openBrowser()
    const { response, text, location } = await send(logout(parameters))
    assert.equal(response.status, 200)
    assert.equal(location, '')
    assert.match(text, /data-testid="signed-out-page"/)
  })
}

test('the browser is signed in no more, and its cookie is taken away', async () => {
  const { authorize, pick, send } = await openBrowser()
  await pick(await authorize(), bea)
  assert.match((await authorize()).text, /data-testid="consent-page"|^$/)
  const { response } = await send(logout())
  assert.match(response.headers.get('set-cookie') ?? '', /^ESTSAUTH=; .*Max-Age=0/)
  assert.match((await authorize()).text, /data-testid="sign-in-page"/)
})

test('a browser signs out with a form too', async () => {
  const { mock } = await openBrowser()
  const body = formOf({ post_logout_redirect_uri: signedInAt })
  const url = `${origin}/${contoso}/oauth2/v2.0/logout`
  const response = await mock.fetch(new Request(url, { method: 'POST', body }))
  assert.equal(response.headers.get('location'), signedInAt)
})

test('at a tenant that is not there, the page says so', async () => {
  const { send } = await openBrowser()
  const { response, text } = await send('/nobody.example/oauth2/v2.0/logout')
  assert.equal(response.headers.get('x-mock-rule'), 'TENANT-KNOWN')
  assert.match(text, /AADSTS90002/)
})
