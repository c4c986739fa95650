import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openConsole } from '../cli/serve/open-console.ts'
import type { MockIdpOptions } from '../mock-idp/create-mock-idp.ts'
import { seedIds, seedSecrets } from '../mock-idp/directory/seed-ids.ts'
import { askToken, type Mock, openMock, origin, t1Request } from '../mock-idp/testing/mock-world.ts'

const people = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const mockWithConsole = (options: MockIdpOptions = {}) => openMock({ openConsole, ...options })

async function open(mock: Mock, path = '/', headers: Record<string, string> = people) {
  const response = await mock.fetch(new Request(`${origin}${path}`, { headers }))
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function send(mock: Mock, path: string, fields: object, headers = {}) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(fields),
  }
  const response = await mock.fetch(new Request(`${origin}/_mock/console/${path}`, init))
  return { status: response.status, text: await response.text() }
}

test('a browser gets the page, and a program the same 404 as before', async () => {
  const mock = await mockWithConsole()
  const page = await open(mock)
  assert.equal(page.status, 200)
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
  assert.match(page.text, /<h1 id="view-title"[^>]*>Live<\/h1>/)
  assert.equal((await open(mock, '/', { accept: '*/*' })).status, 404)
})

test('a mock without a console answers a browser as any other path', async () => {
  const mock = await openMock()
  assert.equal((await open(mock)).status, 404)
  assert.equal((await open(mock, '/_mock/console/view')).status, 404)
})

test('the policy of the page allows its own style and script, and no other', async () => {
  const { headers, text } = await open(await mockWithConsole())
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/)
  assert.match(policy, /connect-src 'self'; frame-ancestors 'none'$/)
  assert.doesNotMatch(text, /<[^>]+ (?:style|on\w+)=/)
  assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//)
})

test('a host name rebound to loopback gets no page', async () => {
  const mock = await mockWithConsole()
  const request = new Request('https://attacker.example/', { headers: people })
  assert.equal((await mock.fetch(request)).status, 404)
})

test('with a control token the page shows nothing without it', async () => {
  const mock = await mockWithConsole({ controlToken: 'right' })
  await askToken(mock, t1Request)
  const page = await open(mock)
  assert.equal(page.status, 200)
  assert.ok(!page.text.includes('Contoso') && !page.text.includes('Concierge'))
  assert.equal((await open(mock, '/_mock/console/view')).status, 401)
  const told = await open(mock, '/_mock/console/view', { authorization: 'Bearer right' })
  assert.match(told.text, /Concierge asks for T1 of Booking/)
})

test('a page of another site can neither read nor change anything', async () => {
  const mock = await mockWithConsole()
  const foreign = { origin: 'https://attacker.example' }
  assert.equal((await open(mock, '/_mock/console/view', foreign)).status, 403)
  assert.equal((await send(mock, 'make', { what: 'tenant' }, foreign)).status, 403)
  const form = await send(mock, 'make', { what: 'tenant' }, { 'content-type': 'text/plain' })
  assert.equal(form.status, 400)
})

test('the requests are listed newest first, and filters narrow them', async () => {
  const mock = await mockWithConsole()
  await askToken(mock, t1Request)
  await askToken(mock, { ...t1Request, client_secret: 'wrong' })
  await askToken(mock, { ...t1Request, fmi_path: seedIds.billing })
  const listed = async (query: string) =>
    [...(await open(mock, `/?${query}`)).text.matchAll(/class="what">([^<]+)/g)].map(([, it]) => it)
  const [t1, ofBilling] = ['Concierge asks for T1 of Booking', 'Concierge asks for T1 of Billing']
  assert.deepEqual(await listed(''), [ofBilling, t1, t1])
  assert.deepEqual(await listed('outcome=refused'), [t1])
  assert.deepEqual(await listed('rule=cred-'), [t1])
  assert.deepEqual(await listed('client=billing'), [ofBilling])
  assert.deepEqual(await listed('tenant=unknown'), [])
})

test('a refused request shows the rule, what to do, its parameters masked, and itself as curl', async () => {
  const mock = await mockWithConsole()
  await askToken(mock, { ...t1Request, client_secret: 'wr0ng-canary' })
  const { text } = await open(mock, `/?request=${seedIds.contoso}.1`)
  assert.match(text, /A client secret belongs to the client that sends it/)
  assert.match(text, /what to do/)
  assert.match(text, /<dt>client_secret<\/dt><dd><i class="masked">masked<\/i>/)
  assert.match(text, /--data-urlencode &quot;client_secret=\$CLIENT_SECRET&quot;/)
  assert.match(text, /class="refusing">.*CRED-SECRET/)
  assert.ok(!text.includes('wr0ng-canary'))
})

test('what a client wrote is text on the page, never markup', async () => {
  const mock = await mockWithConsole()
  const hostile = '<img src=x onerror=alert(1)>"\'&'
  await askToken(mock, { ...t1Request, client_id: hostile, scope: hostile, fmi_path: hostile })
  const { text } = await open(
    mock,
    `/?request=${seedIds.contoso}.1&client=${encodeURIComponent(hostile)}`,
  )
  assert.ok(!text.includes('<img'))
  assert.ok(text.includes('&lt;img src=x'))
})

for (const [pasted, said] of [
  ['T1-AGENT', /Only the agent identity that T1 names can redeem it/],
  ['AADSTS7000215: Invalid client secret provided.', /\d rules refuse with this number/],
  ['no such thing', /is not a rule, an AADSTS number or a readable token/],
  ['<b>', /&lt;b&gt;/],
] as const) {
  test(`a pasted text is explained: ${pasted}`, async () => {
    const { status, text } = await send(await mockWithConsole(), 'explain', { text: pasted })
    assert.equal(status, 200)
    assert.match(text, said)
  })
}

test('the directory names credentials and tells no secret', async () => {
  const mock = await mockWithConsole()
  const { text } = await open(mock, `/?view=directory&node=${seedIds.concierge}`)
  assert.match(text, /a secret until 9999-01-01/)
  for (const secret of Object.values(seedSecrets)) assert.ok(!text.includes(secret), secret)
})

test('a tenant and an agent identity are made from the directory', async () => {
  const mock = await mockWithConsole()
  assert.match((await send(mock, 'make', { what: 'tenant' })).text, /Made a tenant like Contoso/)
  const agent = { what: 'agent', name: 'Catering', blueprint: seedIds.concierge }
  const made = await send(mock, 'make', { ...agent, tenant: seedIds.contoso })
  assert.match(made.text, /Made Catering/)
  const { agentIdentities = [] } = mock.tenants.describe(seedIds.contoso)
  assert.ok(agentIdentities.some(({ displayName }) => displayName === 'Catering'))
})

const players = { tenant: seedIds.contoso, blueprint: seedIds.concierge, agent: seedIds.booking }

for (const [flow, ...steps] of [
  ['for itself', ['t1', /200 T1/], ['redeem', /200 agent token/]],
  ['for a person', ['t1', /200 T1/], ['person', /signed in/], ['obo', /200 token on behalf/]],
  ['as its user', ['t1', /200 T1/], ['t2', /200 T2/], ['userFic', /200 token of the agent user/]],
] as const) {
  test(`a flow is played step by step: ${flow}`, async () => {
    const mock = await mockWithConsole()
    for (const [step, said] of steps) {
      const { text } = await send(mock, 'play', { ...players, step, broken: '' })
      assert.match(text, said)
      assert.doesNotMatch(text, /eyJ[\w-]+\.[\w-]+\.[\w-]{20}/)
    }
  })
}

for (const [step, broken, rule] of [
  ['t1', 'secret', 'CRED-SECRET'],
  ['t1', 'stranger', 'FMI-OWN-AGENT'],
  ['redeem', 'other', 'T1-AGENT'],
  ['redeem', 'two', 'SCOPE-SINGLE'],
] as const) {
  test(`a step that is broken is refused under ${rule}: ${step}, ${broken}`, async () => {
    const mock = await mockWithConsole()
    await send(mock, 'play', { ...players, step: 't1', broken: '' })
    const { text } = await send(mock, 'play', { ...players, step, broken })
    assert.match(text, new RegExp(`class="refusing">[^\\n]*${rule}`))
  })
}

test('a step without the one before it says which', async () => {
  const { status, text } = await send(await mockWithConsole(), 'play', {
    ...players,
    step: 'redeem',
  })
  assert.equal(status, 400)
  assert.equal(text, 'Run the steps in order: get T1 first.')
})

for (const [what, fields, said] of [
  ['clock', { do: 'hour' }, /An hour has passed.*13:00:00/s],
  ['lifetimes', { t1Seconds: '60' }, /Set the lifetimes.*name="t1Seconds" value="60"/s],
  ['fault', { do: 'add', fault: 'throttled' }, /is throttled for 7 seconds.*1 wait/s],
  ['lag', { requests: '2' }, /sees a change 2 requests late/],
  ['relax', { rules: 'REQ-NO-SUCH' }, /unknown rule/],
  ['reset', {}, /The tenant is as it began/],
] as const) {
  test(`a control is turned: ${what}`, async () => {
    const mock = await mockWithConsole()
    const { text } = await send(mock, 'control', { what, tenant: seedIds.contoso, ...fields })
    assert.match(text, said)
  })
}
