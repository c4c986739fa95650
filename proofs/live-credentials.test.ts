import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isExhaustive } from '../tests/support/exhaustive.ts'
import { type CredentialName, credentialVariables, liveCredentials } from './live-credentials.ts'

const all = Object.keys(credentialVariables) as readonly CredentialName[]
const sets: readonly (readonly CredentialName[])[] = [...all.map((one) => [one]), all]
/** Everything in a proof; every day what the credentials themselves are about. */
const files = isExhaustive ? undefined : ['features/blueprint/each-credential.feature']

describe('a tenant that is known by its variables', () => {
  for (const set of sets) {
    it(`is judged with every credential that they name: ${set.join(', ')}`, async () => {
      const { passed, others } = await liveCredentials(set, files)
      const missing = all.filter((one) => !set.includes(one))
      const expected = missing.map(
        (one) => `not testable: ${credentialVariables[one][0]} is not set`,
      )
      const isForbidden = /^not testable: the target issues no token that rule FMI-[A-Z-]+ forbids/
      assert.deepEqual(
        others.filter((one) => !isForbidden.test(one)),
        expected.sort(),
      )
      assert.ok(passed > 0)
    })
  }
})
