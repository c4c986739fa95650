import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Directory } from '../../engine/cast/directory.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { expectExactly, isEntryOf } from './listed.ts'

const directory = {
  clientId: (name: string) => `client-${name}`,
  objectId: (name: string) => `object-${name}`,
  personId: () => {
    throw new Error('no variable names people')
  },
} as unknown as Directory

describe('an entry of a listing', () => {
  it('is known by its client id or its object id', () => {
    assert.ok(isEntryOf({ appId: 'client-Booking' }, 'Booking', directory))
    assert.ok(isEntryOf({ id: 'object-Booking' }, 'Booking', directory))
  })

  it('is not known by its name where there is an id', () =>
    assert.ok(!isEntryOf({ id: 'another', displayName: 'Booking' }, 'Booking', directory)))

  it('is known by its name where nobody has an id for it', () =>
    assert.ok(isEntryOf({ id: 'any', displayName: 'front-desk' }, 'front-desk', directory)))
})

describe('a listing that holds exactly', () => {
  const [booking, billing] = [{ id: 'client-Booking' }, { id: 'client-Billing' }]
  const names = ['Booking', 'Billing']

  it('is complete in any order', () => expectExactly([billing, booking], names, directory))

  for (const [title, entries] of [
    ['lacks one', [booking]],
    ['holds one more', [booking, billing, { id: 'client-Parcel' }]],
    ['holds one twice', [booking, booking]],
  ] as const) {
    it(`is not one that ${title}`, () =>
      assert.throws(() => expectExactly(entries, names, directory), Difference))
  }
})
