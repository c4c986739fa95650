import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Directory } from '../cast/directory.ts'
import { withProperties } from './graph-bodies.ts'

const directory = {
  authorityHost: 'https://localhost:8443',
  personId: (name: string) => `id-of-${name}`,
  clientId: (name: string) => `client-id-of-${name}`,
  tenantId: () => 'tenant-id',
} as unknown as Directory
const written = (...rows: readonly (readonly string[])[]) =>
  withProperties({ displayName: 'Porter' }, rows, directory)

describe('what a table says of a written object', () => {
  it('is text, with place holders filled in', () =>
    assert.deepEqual(written(['description', 'Of {Concierge}']), {
      displayName: 'Porter',
      description: 'Of client-id-of-Concierge',
    }))

  it('is JSON where it looks like it', () =>
    assert.deepEqual(written(['displayName', '7'], ['tags', '["a"]'], ['enabled', 'true']), {
      displayName: 7,
      tags: ['a'],
      enabled: true,
    }))

  it('is nothing where it is absent', () =>
    assert.deepEqual(written(['displayName', 'absent']), {}))

  it('names people who answer for it by reference', () =>
    assert.deepEqual(written(['sponsors', 'Ada, {nobody}']), {
      displayName: 'Porter',
      'sponsors@odata.bind': [
        'https://graph.microsoft.com/v1.0/directoryObjects/id-of-Ada',
        'https://graph.microsoft.com/v1.0/directoryObjects/f0000000-0000-4000-8000-00000000000f',
      ],
    }))
})
