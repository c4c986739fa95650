import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../../../directory/seed-ids.ts'
import { openGraph } from '../../../testing/open-graph.ts'

const skuId = 'c7df2760-2c81-4ef7-b578-5b5392b571df'
const otherId = '0aeb21e4-9f8b-4a9c-8a52-9d2d3c3f6d11'
const planId = 'efb87545-963c-4e0d-99df-69c6916d9eb0'

/** What is left of the licences of a user, after each of some changes. */
async function assigned(...changes: readonly (readonly [unknown[], string[]])[]) {
  const { ask, tokenFor } = await openGraph()
  const token = await tokenFor({ scopes: ['User.ReadWrite.All'] })
  const path = `/v1.0/users/${seedIds.administrator}/assignLicense`
  let licences: unknown
  for (const [addLicenses, removeLicenses] of changes) {
    const { body } = await ask('POST', path, { addLicenses, removeLicenses }, { token })
    licences = body.assignedLicenses
  }
  return licences
}

test('a licence that is assigned again is there once, with the plans named last', async () => {
  const twice = [{ skuId }, { skuId: skuId.toUpperCase(), disabledPlans: [planId.toUpperCase()] }]
  const once = [{ skuId, disabledPlans: [planId] }]
  assert.deepEqual(await assigned([twice, []]), once)
  assert.deepEqual(await assigned([[twice[0]], []], [[twice[1]], []]), once)
})

test('a licence is taken away in any letter case, and no other', async () => {
  const left = [{ skuId: otherId, disabledPlans: [] }]
  const added = [{ skuId: skuId.toUpperCase() }, { skuId: otherId }]
  assert.deepEqual(await assigned([added, []], [[], [skuId]]), left)
  assert.deepEqual(await assigned([added, []], [[], [skuId.toUpperCase()]]), left)
})

test('a licence that is assigned and taken away at once is there', async () => {
  assert.deepEqual(await assigned([[{ skuId }], [skuId]]), [{ skuId, disabledPlans: [] }])
})
