import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { openWorld } from '../testing/open-world.ts'

test('a name that two tenants give the same key is listed once', async () => {
  const { sandboxes } = await openWorld()
  for (const tenantId of [seedIds.contoso, seedIds.fabrikam]) {
    sandboxes.of(tenantId).keys.publishAs('another-name')
  }
  const [first, ...others] = sandboxes.everyKey().map(({ kid }) => kid)
  assert.ok(first)
  assert.deepEqual(others, ['another-name'])
})
