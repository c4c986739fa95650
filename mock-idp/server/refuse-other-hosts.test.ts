import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseOtherHosts } from './refuse-other-hosts.ts'

function mockThatAnswersFor(...extraHosts: readonly string[]) {
  const warnings: string[] = []
  const fetch = refuseOtherHosts(() => new Response('answered'), {
    extraHosts,
    warn: (message) => warnings.push(message),
  })
  return { warnings, ask: async (url: string) => fetch(new Request(url)) }
}

for (const host of [
  ...['localhost:8443', '127.0.0.1:8443', '[::1]:8443', 'ENTRA:8443', 'entra'],
  ...['login.microsoftonline.com', 'westus2.login.microsoft.com', 'login.microsoftonline.us'],
  ...['graph.microsoft.com', '169.254.169.254'],
]) {
  test(`a mock with the public host entra answers for ${host}`, async () => {
    const { ask } = mockThatAnswersFor('entra')
    assert.equal((await ask(`https://${host}/common/discovery/keys`)).status, 200)
  })
}

for (const host of [
  'other',
  'entra.example',
  '10.0.0.7:8443',
  'notlogin.microsoft.com',
  'a.localhost',
]) {
  test(`a mock with the public host entra is not ${host}`, async () => {
    const { ask } = mockThatAnswersFor('entra')
    const answer = await ask(`https://${host}/common/discovery/keys`)
    assert.equal(answer.status, 421)
    const { error, error_description: why } = await answer.json()
    assert.equal(error, 'misdirected_request')
    assert.ok(why.includes(`--public-host ${host.replace(':8443', '')}`), why)
  })
}

test('the log says once that a host was refused, and not which, for that may be a secret', async () => {
  const { ask, warnings } = mockThatAnswersFor('entra')
  for (const host of ['canary-of-a-secret', 'two']) await ask(`https://${host}/`)
  assert.deepEqual(warnings, [
    'a request named a host that this mock was not told is its own: it answers for localhost, entra and the hosts of Microsoft. The answer, 421, names it. To reach the mock under another name, start it with --public-host NAME.',
  ])
})

test('a probe learns the health by any host', async () => {
  const { ask } = mockThatAnswersFor()
  assert.equal((await ask('https://10.0.0.7:8443/_mock/health')).status, 200)
})
