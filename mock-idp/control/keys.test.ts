import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import {
  askToken,
  control,
  headerOf,
  openMock,
  redemption,
  t1Request,
  tokenOf,
} from '../testing/mock-world.ts'

const query = `?tenant=${seedIds.contoso}`

test('a former key can be withdrawn, and what it signed is refused from then on', async () => {
  const mock = await openMock()
  const t1 = tokenOf(await askToken(mock, t1Request))
  const former = String(headerOf(t1).kid)
  const { body: rotated } = await control(mock, 'POST', `/keys${query}`)
  assert.deepEqual(rotated, { current: rotated.current, published: [rotated.current, former] })
  assert.equal((await askToken(mock, redemption(t1))).status, 200)
  assert.equal((await control(mock, 'DELETE', `/keys/${former}${query}`)).status, 204)
  const { body } = await control(mock, 'GET', `/keys${query}`)
  assert.deepEqual(body, { current: rotated.current, published: [rotated.current] })
  assert.equal((await askToken(mock, redemption(t1))).rule, 'T1-KEY')
})

test('the key that signs cannot be withdrawn, nor one that nobody knows', async () => {
  const mock = await openMock()
  const { body } = await control(mock, 'GET', `/keys${query}`)
  assert.equal((await control(mock, 'DELETE', `/keys/${body.current}${query}`)).status, 409)
  const unknown = await control(mock, 'DELETE', `/keys/nobody${query}`)
  assert.deepEqual([unknown.status, unknown.body.error], [404, "unknown key 'nobody'"])
})
