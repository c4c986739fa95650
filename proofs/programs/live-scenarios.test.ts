import assert from 'node:assert/strict'
import { it } from 'node:test'
import { liveScenarios } from '../live-scenarios.ts'

it('finds every @live scenario testable by variables alone', async () => {
  assert.deepEqual(await liveScenarios(), [])
})
