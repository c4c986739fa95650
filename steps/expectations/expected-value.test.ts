import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inProcessTarget } from '../../engine/targets/in-process.ts'
import { expectValue } from './expected-value.ts'

const directory = (await inProcessTarget()).openDirectory()
const context = { directory, nowSeconds: 1_800_000_000 }
const differs = (words: string, actual: unknown) => {
  try {
    expectValue('the claim azp', actual, words, context)
  } catch (error) {
    return (error as { readonly expected: string }).expected
  }
  return undefined
}

test('what is expected is shown as a value too, not only in words', () => {
  const id = directory.clientId('Concierge')
  assert.equal(differs('the client id of Concierge', 'x'), `the client id of Concierge (${id})`)
  const tenantId = directory.tenantId('Contoso')
  assert.equal(differs('the tenant id of Contoso', 'x'), `the tenant id of Contoso (${tenantId})`)
  assert.equal(
    differs('the version 2 issuer of Contoso', 'x'),
    `the version 2 issuer of Contoso (${directory.authorityHost}/${tenantId}/v2.0)`,
  )
  assert.equal(differs('300 seconds ago', 5), '300 seconds ago (1799999700)')
})

test('words that are the value stand alone', () => {
  assert.equal(differs('absent', 'x'), 'absent')
  assert.equal(differs('one of a, b', 'x'), 'one of a, b')
  assert.equal(differs('app', 'x'), 'app')
})

test('nothing differs where the value fits', () => {
  assert.equal(differs('the client id of Concierge', directory.clientId('Concierge')), undefined)
})
