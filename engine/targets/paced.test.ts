import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paced } from './paced.ts'

const entra = 'https://login.microsoftonline.com'

/** Answers one after another, and how long was paused between them. */
function asked(authorityHost: string, ...answers: readonly Response[]) {
  const left = [...answers]
  const happened: (string | number)[] = []
  const send = paced(
    async (path) => {
      happened.push(path)
      return left.shift() ?? new Response('')
    },
    authorityHost,
    async (ms) => {
      happened.push(ms)
    },
  )
  return { send, happened }
}

const tooMany = (retryAfter: string) =>
  new Response('', { status: 429, headers: { 'retry-after': retryAfter } })

test('requests to a foreign host go one at a time, ten a second at most', async () => {
  const { send, happened } = asked(entra)
  await Promise.all([send('/a'), send('/b'), send('/c')])
  assert.deepEqual(happened.slice(0, 5), ['/a', 100, '/b', 100, '/c'])
})

test('this machine is asked without a pause', async () => {
  const { send, happened } = asked('https://localhost:8443')
  await Promise.all([send('/a'), send('/b')])
  assert.deepEqual(happened.slice(0, 3), ['/a', 0, '/b'])
})

test('a busy host is asked once more, after as long as it says', async () => {
  const { send, happened } = asked(entra, tooMany('60'), tooMany('60'))
  assert.equal((await send('/a')).status, 429)
  assert.deepEqual(happened.slice(0, 3), ['/a', 60_000, '/a'])
  assert.equal(happened.filter((one) => one === '/a').length, 2)
})

test('nobody waits for longer than a minute, nor for what is no number of seconds', async () => {
  for (const retryAfter of ['61', '0', '-1', 'Mon, 23 Nov 2026 12:00:00 GMT', 'soon']) {
    const { send, happened } = asked(entra, tooMany(retryAfter))
    assert.equal((await send('/a')).status, 429, retryAfter)
    assert.deepEqual(happened.slice(0, 1), ['/a'])
    assert.ok(!happened.slice(1).includes('/a'), retryAfter)
  }
})

test('no other answer is asked for again', async () => {
  for (const status of [400, 401, 500, 503]) {
    const busy = new Response('', { status, headers: { 'retry-after': '1' } })
    const { send, happened } = asked(entra, busy)
    assert.equal((await send('/a')).status, status)
    assert.equal(happened.filter((one) => one === '/a').length, 1)
  }
})
