import assert from 'node:assert/strict'
import { it } from 'node:test'
import { listeningAddress, RemoteNotAllowed } from './listening-address.ts'

const announced: readonly (readonly [string, string, string])[] = [
  ['127.0.0.1', 'localhost', '127.0.0.1'],
  ['localhost', 'localhost', 'localhost'],
  ['127.0.0.2', '127.0.0.2', '127.0.0.2'],
  ['::1', '[::1]', '[::1]'],
  ['10.0.0.7', '10.0.0.7', '10.0.0.7'],
  ['fd00::7', '[fd00::7]', '[fd00::7]'],
]

for (const [host, publicName, httpName] of announced) {
  it(`a mock that listens on ${host} announces ${publicName}`, () => {
    assert.deepEqual(listeningAddress(host, true), { publicName, httpName })
  })
}

it('other machines are let in only if that is said', () => {
  assert.throws(() => listeningAddress('0.0.0.0', false), RemoteNotAllowed)
})
