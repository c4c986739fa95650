import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPublicHost } from './public-host.ts'

test('public hosts are collected', () => {
  assert.deepEqual(addPublicHost('10.0.0.7', addPublicHost('entra')), ['entra', '10.0.0.7'])
  assert.deepEqual(addPublicHost('fd00::7'), ['fd00::7'])
})

for (const wrong of ['entra:8443', 'https://entra', '*.entra', '', 'en tra']) {
  test(`'${wrong}' is no public host`, () => {
    assert.throws(() => addPublicHost(wrong), { message: /without a port/ })
  })
}
