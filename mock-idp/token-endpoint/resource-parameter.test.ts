import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openExamination } from '../answers/enforce.ts'
import { Refusal } from '../answers/refusal.ts'
import { graphAppId } from '../directory/resource.ts'
import { seedIds } from '../directory/seed-ids.ts'
import {
  askToken,
  mockOfContoso,
  openMock,
  redemption,
  t1Request,
  tokenOf,
  userFicRequest,
} from '../testing/mock-world.ts'
import { checkResourceParameter } from './resource-parameter.ts'

const api = {
  appId: seedIds.ordersApi,
  identifierUris: ['https://mcp.contoso.example', 'https://mcp.contoso.example/mcp'],
  accessTokenVersion: 2,
} as const
type Named = Parameters<typeof checkResourceParameter>[1]

/** The rule that the parameter breaks. */
function check(parameter: string | undefined, resource: Named = api): string | undefined {
  try {
    checkResourceParameter(parameter, resource, { examination: openExamination(new Set()) })
  } catch (error) {
    if (error instanceof Refusal) return error.rule.id
    throw error
  }
  return undefined
}

test('every Application ID URI of the resource of the scopes can be named, and none has to be', () => {
  for (const parameter of [...api.identifierUris, '', undefined]) {
    assert.equal(check(parameter), undefined, parameter)
  }
})

test('any other spelling of it does not match', () => {
  const others = [
    'https://mcp.contoso.example/',
    'HTTPS://mcp.contoso.example',
    'https://MCP.contoso.example',
    'http://mcp.contoso.example',
    'https://mcp.contoso.example:443',
    'https://mcp.contoso.example/mcp/tools',
    ' https://mcp.contoso.example',
    seedIds.ordersApi,
  ]
  for (const parameter of others) assert.equal(check(parameter), 'RESOURCE-PARAMETER', parameter)
})

test('a resource that takes version 1 tokens cannot be named, Microsoft Graph can', () => {
  const uri = api.identifierUris[0]
  assert.equal(check(uri, { ...api, accessTokenVersion: 1 }), 'RESOURCE-PARAMETER-VERSION')
  assert.equal(check(uri, { ...api, accessTokenVersion: 1, appId: graphAppId }), undefined)
})

const resource = 'https://mcp.contoso.example'

test('the grants of agents ignore it by default', async () => {
  const idp = await openMock()
  const t1 = tokenOf(await askToken(idp, t1Request))
  assert.equal((await askToken(idp, redemption(t1, { resource }))).status, 200)
  assert.equal((await askToken(idp, await userFicRequest(idp, { resource }))).status, 200)
})

test('a tenant can want it checked in every grant', async () => {
  const idp = await mockOfContoso((tenant) => ({ ...tenant, checksResourceParameterAlways: true }))
  const t1 = tokenOf(await askToken(idp, t1Request))
  const answer = await askToken(idp, redemption(t1, { resource }))
  const { error, error_codes: numbers } = answer.body
  assert.deepEqual(
    { rule: answer.rule, status: answer.status, error, numbers },
    { rule: 'RESOURCE-PARAMETER', status: 400, error: 'invalid_target', numbers: [9010010] },
  )
  const ofUser = await askToken(idp, await userFicRequest(idp, { resource }))
  assert.equal(ofUser.rule, 'RESOURCE-PARAMETER')
  const graph = await askToken(idp, redemption(t1, { resource: 'https://graph.microsoft.com' }))
  assert.equal(graph.status, 200)
})
