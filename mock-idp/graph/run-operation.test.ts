import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storedSigningKey } from '../testing/mock-world.ts'
import { makeAgent, openGraph } from '../testing/open-graph.ts'
import { inTurn } from './run-operation.ts'

const many = <T>(length: number, make: (at: number) => T) =>
  Array.from({ length }, (_, at) => make(at))

test('of fifty secrets added while keys are written none is lost', async () => {
  const graph = await openGraph()
  const { blueprintId } = await makeAgent(graph)
  const { certificatePem } = await storedSigningKey()
  const key = Buffer.from(certificatePem).toString('base64')
  const keyCredentials = [{ type: 'AsymmetricX509Cert', usage: 'Verify', key }]
  const path = `/v1.0/applications/${blueprintId}`
  const answers = await Promise.all([
    ...many(50, () => graph.ask('POST', `${path}/addPassword`, {})),
    ...many(10, () => graph.ask('PATCH', path, { keyCredentials })),
  ])
  assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [200, 204])
  const { body } = await graph.ask('GET', path)
  assert.deepEqual([body.passwordCredentials.length, body.keyCredentials.length], [50, 1])
  const given = answers.flatMap((one) => one.body?.keyId ?? []).sort()
  const kept = body.passwordCredentials.map(({ keyId }: { keyId: string }) => keyId).sort()
  assert.deepEqual(kept, given)
})

test('a turn that fails lets the next one come', async () => {
  const failed = inTurn('t', () => Promise.reject(new Error('lost')))
  const next = inTurn('t', async () => 'won')
  await assert.rejects(failed, /lost/)
  assert.equal(await next, 'won')
})

test('turns of one tenant follow one another, and those of two do not wait', async () => {
  const seen: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const first = inTurn('a', async () => {
    await held
    seen.push('a1')
  })
  const second = inTurn('a', async () => void seen.push('a2'))
  await inTurn('b', async () => void seen.push('b'))
  release()
  await Promise.all([first, second])
  assert.deepEqual(seen, ['b', 'a1', 'a2'])
})
