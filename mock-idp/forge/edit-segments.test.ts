import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { editToken, type SegmentEdit } from './edit-segments.ts'

const cases: readonly (readonly [what: string, edit: SegmentEdit, token: string])[] = [
  ['the first bit of a segment', { segment: 'payload', flipBit: 0 }, 'AAAA.gAAA.AAAA'],
  ['the last bit of a segment', { segment: 'signature', flipBit: 23 }, 'AAAA.AAAA.AAAB'],
  ['the characters that are left', { segment: 'signature', keep: 0 }, 'AAAA.AAAA.'],
  ['the text of a segment', { segment: 'header', text: 'no JSON' }, 'no JSON.AAAA.AAAA'],
  ['what follows a segment', { segment: 'header', append: '=' }, 'AAAA=.AAAA.AAAA'],
  ['what follows the token', { append: '.AAAA' }, 'AAAA.AAAA.AAAA.AAAA'],
]

for (const [what, edit, token] of cases) {
  test(`an edit changes ${what}`, () => {
    assert.equal(editToken('AAAA.AAAA.AAAA', [edit]), token)
  })
}

test('edits follow one another', () => {
  const edits = [
    { segment: 'signature', keep: 2 },
    { segment: 'signature', append: '!' },
  ] as const
  assert.equal(editToken('AAAA.AAAA.AAAA', edits), 'AAAA.AAAA.AA!')
})

test('a bit that a segment does not have is a mistake', () => {
  assert.throws(() => editToken('AAAA.AAAA.AAAA', [{ segment: 'header', flipBit: 24 }]), {
    name: 'Unmakeable',
    message: 'there is no bit 24: the segment has 24',
  })
})

test('to flip a bit twice changes nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (bytes, some) => {
      const token = `a.${Buffer.from(bytes).toString('base64url')}.b`
      const flip = { segment: 'payload', flipBit: some % (bytes.length * 8) } as const
      assert.notEqual(editToken(token, [flip]), token)
      assert.equal(editToken(token, [flip, flip]), token)
    }),
  )
})
