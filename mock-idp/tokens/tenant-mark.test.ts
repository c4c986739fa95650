import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedIds } from '../directory/seed-ids.ts'
import { nodePlatform as platform } from '../keys/node-platform.ts'
import { seededRandom } from '../testing/mock-world.ts'
import { newAuthorizationCode, tenantOfCode } from './authorization-codes.ts'
import { newDeviceCode, tenantOfDeviceCode } from './new-device-code.ts'
import { newRefreshToken, tenantOfRefreshToken } from './refresh-tokens.ts'

const marking = { platform, random: seededRandom(1) }

test('a code, a refresh token and a device code say which tenant issued them', () => {
  const { fabrikam } = seedIds
  assert.equal(tenantOfCode(newAuthorizationCode(fabrikam, marking)), fabrikam)
  assert.equal(tenantOfRefreshToken(newRefreshToken(fabrikam, marking)), fabrikam)
  assert.equal(tenantOfDeviceCode(newDeviceCode(fabrikam, marking)), fabrikam)
})

test('what is none of them names no tenant', () => {
  const code = newAuthorizationCode(seedIds.fabrikam, marking)
  for (const text of ['', code.slice(1), `${code}A`, `${code.slice(0, -1)}!`]) {
    assert.equal(tenantOfCode(text), undefined, text)
  }
  assert.equal(tenantOfRefreshToken(code), undefined)
})
