import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isExhaustive } from '../tests/support/exhaustive.ts'
import { type CredentialName, credentialVariables, liveCredentials } from './live-credentials.ts'

const ofBlueprint = ['client secret', 'certificate', 'assertion file'] as const
const sets: readonly (readonly CredentialName[])[] = [
  ...ofBlueprint.map((one) => [one]),
  ofBlueprint,
  ['managed identity'],
  ['client secret', 'managed identity'],
]
/** Everything in a proof; every day what the credentials themselves are about. */
const files = isExhaustive ? undefined : ['features/blueprint/each-credential.feature']
const ambiguous = 'a managed identity counts only if no other credential is set'
/** A tenant that issues no T1 that it should not issue gives none to redeem. */
const isForbidden = (reason: string) => /^the target issues no token that rule FMI-/.test(reason)

/** Why what needs another credential is not testable. */
function reasonsFor(set: readonly CredentialName[]): readonly string[] {
  const missing = ofBlueprint.filter((one) => !set.includes(one))
  const unset = missing.map((one) => `${credentialVariables[one][0]} is not set`)
  return missing.length < ofBlueprint.length ? [...unset, ambiguous].sort() : unset.sort()
}

describe('a tenant that is known by its variables', () => {
  for (const set of sets) {
    it(`is judged with the credentials that they name: ${set.join(', ')}`, async () => {
      const results = await liveCredentials(set, files)
      const others = results.filter(({ status }) => status !== 'passed')
      const reasons = [...new Set(others.map(({ reason }) => reason))]
      assert.deepEqual(
        others.filter(({ status }) => status !== 'not testable'),
        [],
      )
      assert.deepEqual(reasons.filter((one) => !isForbidden(one)).sort(), reasonsFor(set))
      assert.ok(results.length > others.length)
    })
  }
})
