import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalsIn } from './refusals.ts'
import { entry, refused } from './testing/entries.ts'

test('each rule is named once, with every request that it refused', () => {
  const requests = [
    refused(1, 'TENANT-KNOWN', 90002),
    entry(2),
    refused(3, 'REQ-SCOPE', 90014),
    refused(4, 'TENANT-KNOWN', 90002),
  ]
  const told = refusalsIn(requests).map(({ evidence: _, answerEvidence: __, ...one }) => one)
  assert.deepEqual(told, [
    {
      rule: 'TENANT-KNOWN',
      title: 'Only a tenant that exists issues tokens',
      aadsts: 90002,
      requests: [1, 4],
    },
    {
      rule: 'REQ-SCOPE',
      title: 'A token request names its scope',
      aadsts: 90014,
      requests: [3],
    },
  ])
})

test('a refusal carries what shows that it is one, and what shows how it is answered', () => {
  const [refusal] = refusalsIn([refused(1, 'OBO-ASSERTION-AUDIENCE', 500131)])
  assert.equal(refusal?.evidence?.kind, 'documented')
  assert.equal(refusal?.answerEvidence?.kind, 'captured-elsewhere')
})
