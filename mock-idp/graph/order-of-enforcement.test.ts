import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importPKCS8, SignJWT } from 'jose'
import { graphAppId } from '../directory/resource.ts'
import { seedIds } from '../directory/seed-ids.ts'
import { graphRules } from '../rules/graph/index.ts'
import { nowMs, storedSigningKey } from '../testing/mock-world.ts'
import { openGraph, sponsor } from '../testing/open-graph.ts'

const { privateKeyPem, certificatePem } = await storedSigningKey()
const privateKey = await importPKCS8(privateKeyPem, 'RS256')
const graph = await openGraph()

const place = new Map(graphRules.map(({ id }, at) => [id, at]))
const met = new Set<string>()

/** Asks, and holds the rules that the request looked at against the list. A rule counts where it is first looked at. */
async function ask(wanted: number, method: string, path: string, body?: object, root = 'v1.0') {
  const answer = await graph.ask(method, `/${root}/${path}`, body)
  const what = `${method} ${path}`
  assert.equal(answer.status, wanted, `${what}: ${answer.rule}`)
  const ids = [...new Set(answer.rulesLookedAt)]
  for (const id of ids) met.add(id)
  const inOrder = ids.toSorted((a, b) => (place.get(a) ?? -1) - (place.get(b) ?? -1))
  assert.deepEqual(ids, inOrder, what)
  return answer.body
}

const sponsors = { 'sponsors@odata.bind': [sponsor] }
const typed = (name: string) => `microsoft.graph.${name}`

const blueprint = await ask(201, 'POST', `applications/${typed('agentIdentityBlueprint')}`, {
  displayName: 'Made',
  identifierUris: ['api://made'],
  ...sponsors,
})
const application = `applications/${blueprint.id}`

test('blueprints, principals, agent identities and users', async () => {
  const principals = `servicePrincipals/${typed('agentIdentityBlueprintPrincipal')}`
  await ask(201, 'POST', principals, { appId: blueprint.appId, ...sponsors })
  const agent = await ask(201, 'POST', `servicePrincipals/${typed('agentIdentity')}`, {
    displayName: 'A',
    agentIdentityBlueprintId: blueprint.appId,
    ...sponsors,
  })
  const user = await ask(201, 'POST', `users/${typed('agentUser')}`, {
    displayName: 'U',
    accountEnabled: true,
    mailNickname: 'made',
    userPrincipalName: 'made@contoso.example',
    identityParentId: agent.id,
    ...sponsors,
  })
  await ask(204, 'PATCH', application, { displayName: 'Other', identifierUris: ['api://other'] })
  await ask(204, 'PATCH', `servicePrincipals/${agent.id}`, { displayName: 'B' })
  await ask(204, 'PATCH', `users/${user.id}`, { userPrincipalName: 'other@contoso.example' })
  const owner = { '@odata.id': `users/${user.id}` }
  await ask(204, 'POST', `${application}/owners/$ref`, owner)
  await ask(204, 'DELETE', `users/${user.id}`)
  await ask(200, 'POST', `directory/deletedItems/${user.id}/restore`)
  await ask(204, 'DELETE', `users/${user.id}`)
  await ask(204, 'DELETE', `directory/deletedItems/${user.id}`)
})

test('secrets, certificates and federated identity credentials', async () => {
  const { keyId } = await ask(200, 'POST', `${application}/addPassword`, { passwordCredential: {} })
  await ask(204, 'POST', `${application}/removePassword`, { keyId })
  const key = Buffer.from(certificatePem).toString('base64')
  const keyCredential = { type: 'AsymmetricX509Cert', usage: 'Verify', key }
  await ask(204, 'PATCH', application, { keyCredentials: [keyCredential] })
  const [nbf, exp] = [nowMs / 1000, nowMs / 1000 + 600]
  const claims = { iss: blueprint.id, aud: '00000002-0000-0000-c000-000000000000', nbf, exp }
  const proof = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
  const added = { keyCredential, passwordCredential: null, proof }
  const shown = await ask(200, 'POST', `${application}/addKey`, added)
  await ask(204, 'POST', `${application}/removeKey`, { keyId: shown.keyId, proof })
  await ask(201, 'POST', `${application}/federatedIdentityCredentials`, {
    name: 'workload',
    issuer: 'https://idp.example/',
    subject: 'workload',
    audiences: ['api://AzureADTokenExchange'],
  })
})

test('permissions', async () => {
  const resourceAppId = graphAppId
  await ask(201, 'POST', `${application}/inheritablePermissions`, { resourceAppId })
  const assignments = `servicePrincipals/${seedIds.intranetPrincipal}/appRoleAssignments`
  const assigned = { principalId: seedIds.intranetPrincipal, resourceId: graphAppId }
  const appRoleId = 'b633e1c5-b582-4048-a93e-9f11b44c7e96'
  await ask(201, 'POST', assignments, { ...assigned, appRoleId })
  const { id } = await ask(201, 'POST', 'oauth2PermissionGrants', {
    clientId: seedIds.booking,
    consentType: 'AllPrincipals',
    resourceId: graphAppId,
    scope: 'User.Read',
  })
  await ask(204, 'PATCH', `oauth2PermissionGrants/${id}`, { scope: 'Mail.Read' })
})

test('queries, of which most rules are looked at only where they are broken', async () => {
  await ask(200, 'GET', `applications?$filter=displayName eq 'Other'`)
  await ask(200, 'GET', `${application}/federatedIdentityCredentials`)
  await ask(400, 'GET', 'applications?$filter=displayName eq')
  await ask(400, 'GET', `applications?$filter=colour eq 'red'`)
  await ask(400, 'GET', 'applications?$top=1000')
  await ask(400, 'GET', 'applications?$skip=1')
  await ask(400, 'GET', 'applications/$count')
  await ask(400, 'GET', 'applications?$skiptoken=x')
})

test('a batch, whose parts are requests of their own', async () => {
  await ask(200, 'POST', '$batch', { requests: [] })
})

test('user information', async () => {
  await ask(403, 'GET', 'userinfo', undefined, 'oidc')
})

test('every rule of the list was looked at', () => {
  assert.deepEqual(
    [...place.keys()].filter((id) => !met.has(id)),
    [],
  )
})
