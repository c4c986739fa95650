import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { nodePlatform } from '../keys/node-platform.ts'
import { agentSubject, parseAgentSubject } from './agent-subject.ts'

const { encodeBytes } = nodePlatform

/** The subject of T1 in a public capture. */
const captured = {
  tenantId: '5369a35c-46a5-4677-8ff9-2e65587654e7',
  blueprintAppId: '9d17cc32-c91b-4368-8494-1b29ccb0dbcf',
  fmiPath: '30000000-c0de-4a11-8000-000000000001',
}
const subject =
  '/eid1/c/pub/t/XKNpU6VGd0aP-S5lWHZU5w/a/MswXnRvJaEOElBspzLDbzw/30000000-c0de-4a11-8000-000000000001'

test('a subject names tenant, blueprint and agent identity as captured', () => {
  assert.equal(agentSubject(captured, encodeBytes), subject)
  assert.deepEqual(parseAgentSubject(subject), captured)
})

test('every subject comes back as what it was made from', () => {
  const parts = { tenantId: fc.uuid(), blueprintAppId: fc.uuid(), fmiPath: fc.uuid() }
  const named = fc.record(parts, { noNullPrototype: true })
  return fc.assert(
    fc.property(named, (one) => {
      assert.deepEqual(parseAgentSubject(agentSubject(one, encodeBytes)), one)
    }),
  )
})

test('the path stands in a subject verbatim', () => {
  const fmiPath = '30000000-C0DE-4A11-8000-000000000001'
  const spelled = agentSubject({ ...captured, fmiPath }, encodeBytes)
  assert.ok(spelled.endsWith(`/${fmiPath}`))
  assert.equal(parseAgentSubject(spelled)?.fmiPath, fmiPath)
})

test('any text is read without an error', () => {
  const segment = fc.oneof(fc.string(), fc.stringMatching(/^[\w-]{22}$/), fc.uuid())
  const likeSubject = fc
    .tuple(segment, segment, segment)
    .map(([tenant, blueprint, path]) => `/eid1/c/pub/t/${tenant}/a/${blueprint}/${path}`)
  const text = fc.oneof(fc.string(), likeSubject)
  return fc.assert(
    fc.property(text, (one) => void parseAgentSubject(one)),
    { numRuns: 500 },
  )
})

const otherSubjects = [
  '',
  '30000000-c0de-4a11-8000-000000000001',
  subject.replace('/pub/', '/gov/'),
  subject.replace('XKNpU6VGd0aP-S5lWHZU5w', 'XKNpU6VGd0aP-S5lWHZU5'),
  subject.replace('30000000-c0de-4a11-8000-000000000001', 'AzureAI/FMI'),
  subject.replace('30000000-c0de-4a11-8000-000000000001', ''),
  `${subject}/more`,
  ` ${subject}`,
]

for (const other of otherSubjects) {
  test(`${JSON.stringify(other)} names no agent identity`, () => {
    assert.equal(parseAgentSubject(other), undefined)
  })
}
