import assert from 'node:assert/strict'
import { it } from 'node:test'
import { wrongGraphToken, wrongVariable } from './wrong-variables.ts'

const one = '00000000-0000-4000-8000-000000000001'
const two = '00000000-0000-4000-8000-00000000000A'
const right = {
  AGENTID_TENANT_ID: one,
  AGENTID_BLUEPRINT_CLIENT_ID: '00000000-0000-4000-8000-000000000002',
  AGENTID_AGENT_ID: two,
}
const tokenOf = (tid: unknown) =>
  ['{"alg":"RS256"}', JSON.stringify({ tid })]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')
    .concat('.c2ln')

it('variables that may be right are not doubted', () => {
  assert.equal(wrongVariable(right), undefined)
  assert.equal(wrongVariable({ ...right, AGENTID_SECOND_AGENT_ID: '' }), undefined)
  assert.equal(wrongGraphToken({ ...right, AGENTID_GRAPH_TOKEN: 'opaque' }), undefined)
  assert.equal(wrongGraphToken({ ...right, AGENTID_GRAPH_TOKEN: tokenOf(one) }), undefined)
  assert.equal(wrongGraphToken({ ...right, AGENTID_GRAPH_TOKEN: tokenOf(7) }), undefined)
})

it('a domain name is not the id of a tenant', () => {
  assert.equal(
    wrongVariable({ ...right, AGENTID_TENANT_ID: 'contoso.example' }),
    'AGENTID_TENANT_ID is not a GUID; set it to the id of the tenant, not a domain name',
  )
})

it('an id in braces is none', () => {
  assert.match(
    wrongVariable({ ...right, AGENTID_AGENT_ID: `{${two}}` }) ?? '',
    /^AGENTID_AGENT_ID is not a GUID/,
  )
})

for (const name of ['AGENTID_SECOND_AGENT_ID', 'AGENTID_OTHER_AGENT_ID']) {
  it(`${name} is not another name of the first agent identity, in either case`, () => {
    assert.match(
      wrongVariable({ ...right, [name]: two.toLowerCase() }) ?? '',
      new RegExp(`^${name} is the same id as AGENTID_AGENT_ID`),
    )
  })
}

it('the other blueprint is another one', () => {
  const same = { AGENTID_OTHER_BLUEPRINT_CLIENT_ID: right.AGENTID_BLUEPRINT_CLIENT_ID }
  assert.match(
    wrongVariable({ ...right, ...same }) ?? '',
    /^AGENTID_OTHER_BLUEPRINT_CLIENT_ID is the same id as AGENTID_BLUEPRINT_CLIENT_ID/,
  )
})

it('a token of another tenant is not one for this tenant', () => {
  assert.match(
    wrongGraphToken({ ...right, AGENTID_GRAPH_TOKEN: tokenOf(two) }) ?? '',
    /^AGENTID_GRAPH_TOKEN is a token of another tenant/,
  )
})
