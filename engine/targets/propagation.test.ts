import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readAnswer } from '../requests/answer.ts'
import { untilPropagated } from './propagation.ts'

const unknownClient = () =>
  readAnswer(
    Response.json({ error: 'unauthorized_client', error_codes: [700016] }, { status: 400 }),
  )
const token = () => readAnswer(Response.json({ access_token: 'a.b.c' }))

function waiting(refusals: number) {
  const told: string[] = []
  const pauses: number[] = []
  const ask = async () => (pauses.length < refusals ? unknownClient() : token())
  const report = (text: string) => void told.push(text)
  const pause = async (ms: number) => void pauses.push(ms)
  return { told, pauses, ask, surroundings: { report, pause } }
}

it('waits while the tenant does not know its objects, and no longer', async () => {
  const { told, pauses, ask, surroundings } = waiting(2)
  const answer = await untilPropagated(await unknownClient(), ask, surroundings)
  assert.equal(answer.token, 'a.b.c')
  assert.deepEqual(pauses, [1_000, 2_000])
  assert.match(told.join(), /AADSTS700016, 1 s/)
})

it('gives up after about three minutes of pauses', async () => {
  const { pauses, ask, surroundings } = waiting(Number.POSITIVE_INFINITY)
  const answer = await untilPropagated(await unknownClient(), ask, surroundings)
  assert.deepEqual(answer.body?.error_codes, [700016])
  assert.equal(
    pauses.reduce((sum, ms) => sum + ms, 0),
    180_000,
  )
})

it('does not wait for any other refusal', async () => {
  const { pauses, ask, surroundings } = waiting(9)
  const wrongSecret = await readAnswer(
    Response.json({ error: 'invalid_client', error_codes: [7000215] }, { status: 401 }),
  )
  assert.equal(await untilPropagated(wrongSecret, ask, surroundings), wrongSecret)
  assert.deepEqual(pauses, [])
})
