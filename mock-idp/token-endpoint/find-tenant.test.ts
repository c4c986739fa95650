import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { askToken, openMock, t1Request } from '../testing/mock-world.ts'

const idp = await openMock()

const tenants: readonly [string, string, number][] = [
  ['unknown.example', 'TENANT-KNOWN', 90002],
  [seedIds.concierge, 'TENANT-KNOWN', 90002],
  ['contoso', 'TENANT-NAME', 900023],
  ['common', 'TENANT-SPECIFIC', 50059],
  ['Organizations', 'TENANT-SPECIFIC', 50059],
]

for (const [tenant, rule, number] of tenants) {
  test(`the tenant ${tenant} is refused under ${rule}`, async () => {
    const answer = await askToken(idp, t1Request, { tenant })
    assert.equal(answer.rule, rule)
    assert.equal(answer.status, 400)
    assert.equal(answer.body.error, 'invalid_request')
    assert.deepEqual(answer.body.error_codes, [number])
  })
}
