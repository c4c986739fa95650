import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inProcessTarget } from '../../engine/targets/in-process.ts'
import { isAboutToken, kindOfToken } from './token-kind.ts'

const directory = (await inProcessTarget()).openDirectory()
const kindFor = (client: 'Concierge' | 'Booking' | 'Intranet', scope: string, fmiPath?: string) =>
  kindOfToken(
    {
      method: 'POST',
      path: '/',
      headers: {},
      parameters: [
        ['client_id', directory.clientId(client)],
        ['scope', scope],
        ...(fmiPath === undefined ? [] : [['fmi_path', fmiPath] as const]),
      ],
    },
    directory,
  )
const exchange = 'api://AzureADTokenExchange/.default'
const graph = 'https://graph.microsoft.com/.default'

test('a token has a kind by what was asked for, however wrong it is', () => {
  assert.equal(kindFor('Concierge', exchange, 'an agent'), 'T1')
  assert.equal(kindFor('Booking', exchange), 'T2')
  assert.equal(kindFor('Booking', graph), 'a Graph token of an agent identity')
  assert.equal(kindFor('Concierge', graph), 'a Graph token of a blueprint')
  assert.equal(kindFor('Intranet', 'api://orders/.default'), 'an API token of an application')
})

test('only a difference in a token has a kind', () => {
  assert.ok(isAboutToken('the claim tid'))
  assert.ok(isAboutToken('the claims of the token'))
  assert.ok(isAboutToken('the signature of the token'))
  assert.ok(!isAboutToken('the member error'))
  assert.ok(!isAboutToken('the request is refused under rule T1-AGENT (documented): refusal'))
})
