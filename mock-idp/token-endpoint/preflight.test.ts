import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { answerOf, openMock, origin } from '../testing/mock-world.ts'

const url = `${origin}/${seedIds.contoso}/oauth2/v2.0/token`
const page = { origin: 'https://app.example' }

test('a browser may send the request of a page with headers of its own', async () => {
  const idp = await openMock()
  const headers = {
    ...page,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'client-request-id,x-client-sku',
  }
  const answer = await answerOf(await idp.fetch(new Request(url, { method: 'OPTIONS', headers })))
  assert.equal(answer.status, 204)
  const said = (name: string) => answer.headers.get(`access-control-allow-${name}`)
  assert.deepEqual(
    [said('origin'), said('methods'), said('headers'), said('credentials')],
    ['*', 'POST, OPTIONS', 'client-request-id,x-client-sku', null],
  )
})

test('a page can read why it gets no token', async () => {
  const idp = await openMock()
  const answer = await answerOf(
    await idp.fetch(new Request(url, { method: 'POST', headers: page })),
  )
  assert.equal(answer.status, 400)
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
})

test('an OPTIONS request that no browser sends is refused like any other method', async () => {
  const idp = await openMock()
  const answer = await answerOf(await idp.fetch(new Request(url, { method: 'OPTIONS' })))
  assert.equal(answer.rule, 'REQ-METHOD')
})
