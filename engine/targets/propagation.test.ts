import assert from 'node:assert/strict'
import { it } from 'node:test'
import { mockAsLiveTarget } from './mock-as-live.ts'
import { untilPropagated } from './propagation.ts'
import { TargetUnreachable } from './target.ts'

const pause = async () => {}
const directoryOf = async () => (await mockAsLiveTarget()).openDirectory()

it('waits while the tenant does not know its objects, and no longer', async () => {
  const target = await mockAsLiveTarget()
  const told: string[] = []
  let refusals = 2
  await untilPropagated({
    directory: target.openDirectory(),
    report: (text) => told.push(text),
    pause,
    request: (path, init) => {
      if (refusals-- <= 0) return target.request(path, init)
      const body = { error: 'unauthorized_client', error_codes: [700016] }
      return Promise.resolve(Response.json(body, { status: 400 }))
    },
  })
  assert.equal(told.length, 2)
  assert.match(told.join(), /AADSTS700016/)
})

it('leaves every other refusal to the scenarios', async () => {
  let asked = 0
  const request = async () => {
    asked += 1
    return Response.json({ error: 'invalid_client', error_codes: [7000215] }, { status: 401 })
  }
  await untilPropagated({ directory: await directoryOf(), report: () => {}, pause, request })
  assert.equal(asked, 1)
})

it('says so when nobody answers', async () => {
  const request = () => Promise.reject(new Error('connect ECONNREFUSED'))
  const waiting = { directory: await directoryOf(), report: () => {}, pause, request }
  await assert.rejects(untilPropagated(waiting), TargetUnreachable)
})
