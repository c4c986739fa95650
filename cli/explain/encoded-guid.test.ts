import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAgentSubject } from './agent-subject.ts'
import { decodeGuid } from './encoded-guid.ts'

/** Pairs from public captures; protocol.md names where each was seen. */
const pairs = [
  ['XKNpU6VGd0aP-S5lWHZU5w', '5369a35c-46a5-4677-8ff9-2e65587654e7'],
  ['MswXnRvJaEOElBspzLDbzw', '9d17cc32-c91b-4368-8494-1b29ccb0dbcf'],
  ['9SY2Mv4bzUiJAt39_UThzg', '323626f5-1bfe-48cd-8902-ddfdfd44e1ce'],
  ['2N8iihXz4U6-hMX0alsLPA', '8a22dfd8-f315-4ee1-be84-c5f46a5b0b3c'],
  ['pVoHhXMd3kKBKpU0ghjksg', '85075aa5-1d73-42de-812a-95348218e4b2'],
  ['MiSI_7AJe0O9IsoTwAN97Q', 'ff882432-09b0-437b-bd22-ca13c0037ded'],
  ['rISbSSETf0KqFyZ8ppdXmA', '499b84ac-1321-427f-aa17-267ca6975798'],
  ['PwFflyR_6Een06vEdSvzRg', '975f013f-7f24-47e8-a7d3-abc4752bf346'],
  ['9ExAW52n_ky4ZiS_jhpJIQ', '5b404cf4-a79d-4cfe-b866-24bf8e1a4921'],
  ['v4j5cvGGr0GRqy180BHbRw', '72f988bf-86f1-41af-91ab-2d7cd011db47'],
  ['m1WPnYRZpEaQKq1Cceg--g', '9d8f559b-5984-46a4-902a-ad4271e83efa'],
] as const

for (const [encoded, guid] of pairs) {
  test(`${encoded} is ${guid}`, () => assert.equal(decodeGuid(encoded), guid))
}

test('what is not 22 characters of base64url is no GUID', () => {
  assert.equal(decodeGuid('XKNpU6VGd0aP+S5lWHZU5w'), undefined)
  assert.equal(decodeGuid('short'), undefined)
})

test('the subject of T1 names tenant, blueprint and agent identity', () => {
  const subject =
    '/eid1/c/pub/t/XKNpU6VGd0aP-S5lWHZU5w/a/MswXnRvJaEOElBspzLDbzw/30000000-c0de-4a11-8000-000000000001'
  assert.deepEqual(readAgentSubject(subject), {
    tenantId: '5369a35c-46a5-4677-8ff9-2e65587654e7',
    applicationId: '9d17cc32-c91b-4368-8494-1b29ccb0dbcf',
    path: '30000000-c0de-4a11-8000-000000000001',
  })
})

test('a subject that is cut is not read', () => {
  assert.equal(readAgentSubject('/eid1/c/pub/t/XKNpU6VGd0aP-S5lWHZU5w'), undefined)
})
