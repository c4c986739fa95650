import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import type { JournalEntry } from '../journal/journal.ts'
import type { Fault } from '../sandbox/faults/index.ts'
import { control, formOf, openMock, origin, t1Request } from '../testing/mock-world.ts'

const guid = '76543210-ba98-4dec-90f1-32547698badc'
const { contoso } = seedIds
const authority = encodeURIComponent(`${origin}/${contoso}/oauth2/v2.0/authorize`)

type Kind = {
  readonly endpoint: JournalEntry['endpoint']
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: URLSearchParams
  /** Whether a fault can be set for it. Default: yes. */
  readonly meetsFaults?: false
  /** A rule that the request breaks. Default: it breaks none. */
  readonly broken?: string
  readonly journal?: 'unknown'
  readonly outcome: 'issued' | 'answered' | 'refused'
}

const kinds: readonly Kind[] = [
  {
    endpoint: 'token',
    method: 'POST',
    path: `/${contoso}/oauth2/v2.0/token`,
    body: formOf(t1Request),
    outcome: 'issued',
  },
  {
    endpoint: 'token',
    method: 'POST',
    path: `/${contoso}/oauth2/v2.0/token`,
    body: formOf({ ...t1Request, client_secret: 'wrong' }),
    broken: 'CRED-SECRET',
    outcome: 'refused',
  },
  {
    endpoint: 'deviceCode',
    method: 'POST',
    path: `/${contoso}/oauth2/v2.0/devicecode`,
    body: formOf({ client_id: seedIds.kiosk, scope: 'User.Read' }),
    outcome: 'answered',
  },
  {
    endpoint: 'deviceCode',
    method: 'POST',
    path: `/${contoso}/oauth2/v2.0/devicecode`,
    body: formOf({ client_id: seedIds.concierge, scope: 'User.Read' }),
    broken: 'DEVICE-CLIENT',
    outcome: 'refused',
  },
  { endpoint: 'deviceLogin', path: `/${contoso}/oauth2/deviceauth`, outcome: 'answered' },
  {
    endpoint: 'deviceLogin',
    path: `/${contoso}/oauth2/deviceauth?request=nobody`,
    broken: 'DEVICE-USER-CODE',
    outcome: 'refused',
  },
  {
    endpoint: 'adminConsent',
    path: `/${contoso}/v2.0/adminconsent`,
    broken: 'REQ-CLIENT-ID',
    outcome: 'refused',
  },
  { endpoint: 'logout', path: `/${contoso}/oauth2/v2.0/logout`, outcome: 'answered' },
  {
    endpoint: 'discovery',
    path: `/${contoso}/v2.0/.well-known/openid-configuration`,
    outcome: 'answered',
  },
  { endpoint: 'keys', path: `/${contoso}/discovery/keys`, outcome: 'answered' },
  {
    endpoint: 'instance',
    path: `/common/discovery/instance?authorization_endpoint=${authority}`,
    outcome: 'answered',
  },
  {
    endpoint: 'instance',
    path: `/common/discovery/instance?authorization_endpoint=https://idp.example/${contoso}/`,
    broken: 'DISC-INSTANCE',
    outcome: 'refused',
  },
  { endpoint: 'graph', path: '/v1.0/me', outcome: 'answered' },
  { endpoint: 'graph', path: '/v1.0/nothing', broken: 'GRAPH-PATH', outcome: 'refused' },
  {
    endpoint: 'managedIdentity',
    path: `/${contoso}/metadata/identity/oauth2/token?api-version=2018-02-01&resource=api://AzureADTokenExchange`,
    headers: { metadata: 'true' },
    meetsFaults: false,
    outcome: 'issued',
  },
  {
    endpoint: 'managedIdentity',
    path: `/${contoso}/metadata/identity/oauth2/token?api-version=2018-02-01`,
    headers: { metadata: 'true' },
    meetsFaults: false,
    broken: 'MI-RESOURCE',
    outcome: 'refused',
  },
  {
    endpoint: 'unknown',
    path: `/${contoso}/oauth2/tokens`,
    journal: 'unknown',
    meetsFaults: false,
    broken: 'REQ-PATH',
    outcome: 'refused',
  },
]

/** A mock, a way to send a request of one kind, and the journal entry of the last one. */
async function open(kind: Kind) {
  const mock = await openMock()
  const token = await mock.graphToken({ tenantId: contoso, origin })
  const send = (more: Readonly<Record<string, string>> = {}, method = kind.method ?? 'GET') => {
    const bearer = kind.endpoint === 'graph' ? { authorization: `Bearer ${token}` } : {}
    const headers = { ...kind.headers, ...bearer, ...more }
    const body = method === 'POST' ? kind.body : undefined
    return mock.fetch(
      new Request(`${origin}${kind.path}`, { method, headers, ...(body && { body }) }),
    )
  }
  const lastEntry = async () => {
    const { body } = await control(mock, 'GET', `/requests?tenant=${kind.journal ?? contoso}`)
    return (body.requests as readonly JournalEntry[]).at(-1)
  }
  const add = (fault: Fault) => control(mock, 'POST', `/faults?tenant=${contoso}`, fault)
  return { mock, send, lastEntry, add }
}

for (const kind of kinds) {
  const what = `${kind.endpoint}, ${kind.outcome}:`
  const { endpoint, broken, outcome } = kind

  test(`${what} the journal tells of the request and the rule that it broke`, async () => {
    const { send, lastEntry } = await open(kind)
    const response = await send({ 'user-agent': 'a test' })
    const entry = await lastEntry()
    assert.equal(response.headers.get('x-mock-rule'), broken ?? null)
    assert.ok(entry)
    assert.equal(entry.endpoint, endpoint)
    assert.equal(entry.tenantId, contoso)
    assert.equal(entry.httpStatus, response.status)
    assert.equal(entry.userAgent, 'a test')
    assert.equal(entry.time, '2026-11-23T12:00:00.000Z')
    assert.ok(outcome in entry.outcome)
    if ('refused' in entry.outcome) assert.equal(entry.outcome.refused, broken)
    if (broken) assert.equal(entry.rulesLookedAt.at(-1), broken)
    assert.ok(!('fault' in entry))
  })

  test(`${what} the correlation id is that of the client if it is a GUID`, async () => {
    const { send, lastEntry } = await open(kind)
    for (const name of ['client-request-id', 'x-ms-client-request-id']) {
      await send({ [name]: guid })
      assert.equal((await lastEntry())?.correlationId, guid)
    }
    await send({ 'client-request-id': 'no guid' })
    const { traceId, correlationId } = (await lastEntry()) ?? {}
    assert.match(traceId ?? '', /^[0-9a-f-]{36}$/)
    assert.match(correlationId ?? '', /^[0-9a-f-]{36}$/)
    assert.notEqual(correlationId, traceId)
  })

  test(`${what} the journal hides secrets in the URL and names them`, async () => {
    const path = `${kind.path}${kind.path.includes('?') ? '&' : '?'}client_secret=canary`
    const { send, lastEntry } = await open({ ...kind, path })
    await send()
    const entry = await lastEntry()
    assert.deepEqual(entry?.credentialsInUrl, ['client_secret'])
    assert.ok(!JSON.stringify(entry).includes('canary'))
  })

  if (kind.meetsFaults !== false) {
    const fault = { endpoint, status: 503, delayMs: 3 } as Fault

    test(`${what} a fault replaces the answer, and the journal tells of it`, async () => {
      const { send, lastEntry, add } = await open(kind)
      await add(fault)
      const response = await send()
      assert.equal(response.status, 503)
      assert.equal(response.headers.get('x-mock-rule'), null)
      const entry = await lastEntry()
      assert.equal(entry?.httpStatus, 503)
      assert.equal(entry?.fault, 'answered 503, answered after 3 ms')
      assert.deepEqual(entry?.outcome, { fault: 503, description: entry?.fault })
      assert.notEqual((await send()).status, 503)
    })

    test(`${what} a connection that a fault drops is journalled as 0`, async () => {
      const { send, lastEntry, add } = await open(kind)
      await add({ endpoint: fault.endpoint, connection: 'drop' })
      assert.equal((await send()).type, 'error')
      assert.equal((await lastEntry())?.httpStatus, 0)
    })

    test(`${what} a fault waits while HEAD and OPTIONS pass`, async () => {
      const { send, add } = await open(kind)
      await add(fault)
      assert.notEqual((await send({}, 'HEAD')).status, 503)
      assert.notEqual((await send({}, 'OPTIONS')).status, 503)
      assert.equal((await send()).status, 503)
    })
  }
}
