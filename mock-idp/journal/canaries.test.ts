import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createKnownValues } from '../../wire/known-values/known-values.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { t1Request as asked, control, type Mock, openMock, origin } from '../testing/mock-world.ts'

const t1Request: Readonly<Record<string, string>> = JSON.parse(JSON.stringify(asked))
const bytes = (text: string) => Buffer.from(text)
const form = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)

/** The ways in which clients write a secret down. */
const forms: Readonly<Record<string, (secret: string) => string>> = {
  raw: (secret) => secret,
  capitals: (secret) => secret.toUpperCase(),
  percent: encodeURIComponent,
  form,
  base64: (secret) => bytes(`id:${secret}`).toString('base64'),
  base64url: (secret) => bytes(`a:${secret}`).toString('base64url'),
  json: (secret) => JSON.stringify({ value: secret }),
  'json in base64url': (secret) => bytes(JSON.stringify({ secret })).toString('base64url'),
}

const encode = (value: unknown) => bytes(JSON.stringify(value)).toString('base64url')
const jwt = (header: object, claims: object) =>
  `${encode({ alg: 'RS256', ...header })}.${encode(claims)}.c2lnbmF0dXJl`

type Plant = (written: string) => Request
const tokenUrl = `${origin}/${seedIds.contoso}/oauth2/v2.0/token`
const post = (parameters: Readonly<Record<string, string>>, url = tokenUrl, headers = {}) =>
  new Request(url, { method: 'POST', headers, body: new URLSearchParams(parameters) })

/** The places in which the journal shows something that a client chose. */
const places: Readonly<Record<string, Plant>> = {
  'a parameter': (written) => post({ ...t1Request, scope: written }),
  'the name of a parameter': (written) => post({ ...t1Request, [written]: 'x' }),
  'the path': (written) =>
    post(t1Request, `${origin}/${encodeURIComponent(written)}/oauth2/v2.0/token`),
  'the query': (written) => post(t1Request, `${tokenUrl}?x=${encodeURIComponent(written)}`),
  'a header': (written) =>
    post(t1Request, tokenUrl, { 'user-agent': `app/1 (${encodeURIComponent(written)})` }),
  'the header of an assertion': (written) =>
    post({ ...t1Request, client_assertion: jwt({ kid: written, deep: [{ [written]: 1 }] }, {}) }),
  'a claim of an assertion': (written) =>
    post({ ...t1Request, client_assertion: jwt({}, { sub: written, [written]: [written] }) }),
  'HTTP Basic': (written) =>
    post({}, tokenUrl, { authorization: `Basic ${bytes(`${written}:x`).toString('base64')}` }),
}

async function everyEntry(mock: Mock): Promise<string> {
  const read = ['tenant=unknown', `tenant=${seedIds.contoso}`, `tenant=${seedIds.fabrikam}`]
  const answers = await Promise.all(read.map((query) => control(mock, 'GET', `/requests?${query}`)))
  return JSON.stringify(answers.map(({ body }) => body))
}

/** A mock of which a tenant that is not asked knows the secret. */
async function mockWith(secret: string): Promise<Mock> {
  const mock = await openMock()
  await mock.tenants.create({
    tenantId: '10000000-c0de-4a11-8000-0000000000aa',
    displayName: 'Neighbour',
    identityHeader: `${secret}-header`,
    applications: [
      {
        appId: '60000000-c0de-4a11-8000-0000000000aa',
        displayName: 'App',
        principal: null,
        secrets: [{ value: secret }],
      },
    ],
  })
  return mock
}

const canary = 'cAnary~9+/=&"\\ 7Zq8x.secret'

for (const [place, plant] of Object.entries(places)) {
  for (const [how, write] of Object.entries(forms)) {
    test(`a secret of another tenant is not shown in ${place}, written as ${how}`, async () => {
      const mock = await mockWith(canary)
      await mock.fetch(plant(write(canary)))
      const shown = await everyEntry(mock)
      assert.ok(!createKnownValues([canary]).isIn(shown), shown)
      assert.ok(shown.includes(seedIds.concierge) || place === 'HTTP Basic')
    })
  }
}

test('a secret is not shown after it was removed, with its tenant too', async () => {
  const mock = await mockWith(canary)
  await mock.fetch(post({ ...t1Request, scope: canary, fmi_path: `${canary}-header` }))
  mock.tenants.remove('10000000-c0de-4a11-8000-0000000000aa')
  assert.ok(!createKnownValues([canary]).isIn(await everyEntry(mock)))
})
