import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { guidBytes, guidFromBytes, isGuid } from './guid.ts'

/** GUIDs and their spelling in public captures of `/eid1` subjects. */
const publicPairs = [
  ['5369a35c-46a5-4677-8ff9-2e65587654e7', 'XKNpU6VGd0aP-S5lWHZU5w'],
  ['9d17cc32-c91b-4368-8494-1b29ccb0dbcf', 'MswXnRvJaEOElBspzLDbzw'],
  ['323626f5-1bfe-48cd-8902-ddfdfd44e1ce', '9SY2Mv4bzUiJAt39_UThzg'],
  ['8a22dfd8-f315-4ee1-be84-c5f46a5b0b3c', '2N8iihXz4U6-hMX0alsLPA'],
  ['85075aa5-1d73-42de-812a-95348218e4b2', 'pVoHhXMd3kKBKpU0ghjksg'],
  ['ff882432-09b0-437b-bd22-ca13c0037ded', 'MiSI_7AJe0O9IsoTwAN97Q'],
  ['499b84ac-1321-427f-aa17-267ca6975798', 'rISbSSETf0KqFyZ8ppdXmA'],
  ['975f013f-7f24-47e8-a7d3-abc4752bf346', 'PwFflyR_6Een06vEdSvzRg'],
  ['5b404cf4-a79d-4cfe-b866-24bf8e1a4921', '9ExAW52n_ky4ZiS_jhpJIQ'],
  ['72f988bf-86f1-41af-91ab-2d7cd011db47', 'v4j5cvGGr0GRqy180BHbRw'],
  ['9d8f559b-5984-46a4-902a-ad4271e83efa', 'm1WPnYRZpEaQKq1Cceg--g'],
] as const

for (const [guid, encoded] of publicPairs) {
  test(`the bytes of ${guid} are spelled ${encoded}, as captured`, () => {
    assert.equal(Buffer.from(guidBytes(guid)).toString('base64url'), encoded)
    assert.equal(guidFromBytes(Buffer.from(encoded, 'base64url')), guid)
  })
}

test('the first three groups are little-endian and the rest is as written', () => {
  assert.deepEqual(
    [...guidBytes('00010203-0405-0607-0809-0a0b0c0d0e0f')],
    [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15],
  )
})

test('a GUID in capitals has the bytes of the same GUID in lower case', () => {
  assert.deepEqual(
    guidBytes('5369A35C-46A5-4677-8FF9-2E65587654E7'),
    guidBytes('5369a35c-46a5-4677-8ff9-2e65587654e7'),
  )
})

test('every GUID comes back from its bytes', () =>
  fc.assert(fc.property(fc.uuid(), (guid) => assert.equal(guidFromBytes(guidBytes(guid)), guid))))

test('every 16 bytes come back from their GUID', () => {
  const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
  return fc.assert(
    fc.property(sixteenBytes, (bytes) => {
      const guid = guidFromBytes(bytes)
      assert.ok(isGuid(guid))
      assert.deepEqual(guidBytes(guid), bytes)
    }),
  )
})

const noGuids = [
  '',
  'common',
  '5369a35c46a546778ff92e65587654e7',
  '{5369a35c-46a5-4677-8ff9-2e65587654e7}',
  '5369a35c-46a5-4677-8ff9-2e65587654e',
  '5369a35c-46a5-4677-8ff9-2e65587654e7\n',
  'g369a35c-46a5-4677-8ff9-2e65587654e7',
]

for (const text of noGuids) {
  test(`${JSON.stringify(text)} is not a GUID`, () => assert.equal(isGuid(text), false))
}
