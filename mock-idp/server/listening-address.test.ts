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
    const extraHosts = publicName === 'localhost' ? [] : [publicName]
    assert.deepEqual(listeningAddress(host, true), { publicName, httpName, extraHosts })
  })
}

it('other machines are let in only if that is said', () => {
  assert.throws(() => listeningAddress('0.0.0.0', false), RemoteNotAllowed)
})

it('the first public host is the one that a mock announces, and it answers for each', () => {
  assert.deepEqual(listeningAddress('0.0.0.0', true, ['Entra', 'fd00::7', 'entra']), {
    ...{ publicName: 'entra', httpName: 'entra' },
    extraHosts: ['entra', '[fd00::7]'],
  })
})

it('http on loopback keeps its address, whatever public hosts there are', () => {
  const { publicName, httpName } = listeningAddress('127.0.0.1', false, ['entra.test'])
  assert.deepEqual([publicName, httpName], ['entra.test', '127.0.0.1'])
})

it('what no certificate can hold is no public host', () => {
  assert.throws(() => listeningAddress('127.0.0.1', false, ['en tra']), TypeError)
})
