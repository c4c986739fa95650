import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskParameters } from './client-event.ts'

test('only parameters known to be harmless show their value', () => {
  assert.deepEqual(
    maskParameters({
      client_id: 'blueprint',
      fmi_path: 'agent',
      client_secret: 'Zq8~canary',
      client_assertion: 'eyJ',
      some_new_credential: 'Zq8~canary',
    }),
    {
      client_id: 'blueprint',
      fmi_path: 'agent',
      client_secret: '[masked]',
      client_assertion: '[masked]',
      some_new_credential: '[masked]',
    },
  )
})
