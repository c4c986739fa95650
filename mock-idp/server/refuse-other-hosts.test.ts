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

test('the log names each host once', async () => {
  const { ask, warnings } = mockThatAnswersFor()
  for (const host of ['one', 'two', 'one']) await ask(`https://${host}/`)
  assert.equal(warnings.length, 2)
})

test('a probe learns the health by any host', async () => {
  const { ask } = mockThatAnswersFor()
  assert.equal((await ask('https://10.0.0.7:8443/_mock/health')).status, 200)
})
