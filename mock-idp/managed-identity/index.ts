import { type Examination, enforce } from '../answers/enforce.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Principal } from '../directory/principal.ts'
import type { Tenant } from '../directory/tenant.ts'
import * as rules from '../rules/managed-identity.ts'
import { managedIdentityTokenSeconds } from '../tokens/lifetimes.ts'
import { managedIdentityTokenClaims } from '../tokens/managed-identity-token.ts'
import { type SignedToken, signToken } from '../tokens/sign-token.ts'
import type { World } from '../world.ts'
import {
  appServiceRefusal,
  type DecidedAnswer,
  imdsRefusal,
  type ManagedIdentityAnswer,
  type ManagedIdentityDecision,
} from './answers.ts'
import { findIdentity, type IdentitySelector } from './find-identity.ts'

export type { ManagedIdentityAnswer, ManagedIdentityDecision } from './answers.ts'

/** A request to one of the two endpoints. `tenantName` is set where the path names a tenant. */
export type ManagedIdentityRequest = {
  readonly method: string
  readonly header: string | undefined
  readonly query: URLSearchParams
  readonly tenantName: string | undefined
  readonly origin: string
}

/** `GET /metadata/identity/oauth2/token` as a virtual machine's instance metadata service answers it. */
export async function answerImds(
  request: ManagedIdentityRequest,
  world: World,
): Promise<DecidedAnswer> {
  const tenants = request.tenantName
    ? [world.directory.findTenant(request.tenantName)]
    : world.directory.tenants()
  const facts = factsOf(request, [...tenants], request.header?.toLowerCase() === 'true', true)
  return answer(request, facts, world, imdsRefusal, [
    rules.managedIdentityMethodIsGet,
    rules.metadataHeaderIsPresent,
    rules.managedIdentityResourceIsPresent,
    rules.managedIdentityIsKnown,
  ])
}

/** `GET /msi/token` as the endpoint in `IDENTITY_ENDPOINT` answers it. The header tells whose endpoint it is. */
export async function answerAppService(
  request: ManagedIdentityRequest,
  world: World,
): Promise<DecidedAnswer> {
  const tenants = [...world.directory.tenants()].filter(
    ({ identityHeader }) => identityHeader === request.header,
  )
  const facts = factsOf(request, tenants, true, tenants.length > 0)
  return answer(request, facts, world, appServiceRefusal, [
    rules.managedIdentityMethodIsGet,
    rules.identityHeaderMatches,
    rules.managedIdentityResourceIsPresent,
    rules.appServiceIdentityIsKnown,
  ])
}

type Facts = ReturnType<typeof factsOf>
type CallRules = Parameters<typeof enforce<Facts>>[0]

function factsOf(
  { method, query }: ManagedIdentityRequest,
  tenants: readonly (Tenant | undefined)[],
  hasMetadataHeader: boolean,
  headerAccepted: boolean,
) {
  const selector: IdentitySelector = {
    clientId: query.get('client_id'),
    principalId: query.get('object_id') ?? query.get('principal_id'),
    resourceId: query.get('msi_res_id') ?? query.get('mi_res_id'),
  }
  const found = findIdentity(selector, tenants)
  const resource = query.get('resource') ?? undefined
  const [only] = tenants.length === 1 ? tenants : []
  return {
    method,
    /** Whose journal hears of the request. */
    asked: found?.tenant ?? only,
    hasMetadataHeader,
    headerAccepted,
    resource,
    found,
    identityFound: found !== undefined,
  }
}

async function answer(
  request: ManagedIdentityRequest,
  facts: Facts,
  world: World,
  refuse: (refusal: Refusal) => ManagedIdentityAnswer,
  callRules: CallRules,
): Promise<DecidedAnswer> {
  const traceId = world.random.guid()
  const relaxed = facts.found?.tenant.relaxedRules
  const examination: Examination = {
    lookedAt: [],
    isRelaxed: (id: string) => world.waivedRules.has(id) || (relaxed?.has(id) ?? false),
  }
  const decide = (outcome: ManagedIdentityDecision['outcome']) => {
    if (!facts.asked) return undefined
    const { id: tenantId } = facts.asked
    const atMs = world.facilitiesOf(tenantId).clock.nowMs()
    return { tenantId, atMs, traceId, rulesLookedAt: examination.lookedAt, outcome }
  }
  try {
    enforce(callRules, facts, examination)
    const { tenant, identity } = facts.found ?? {}
    if (!tenant || !identity) throw new TypeError('no managed identity')
    const target = targetOf(facts.resource ?? '', tenant)
    enforce(
      [rules.managedIdentityResourceIsKnown],
      {
        resourceName: target.requestedAs,
        tenantName: tenant.displayName,
        resourceFound: target.resource !== undefined,
      },
      examination,
    )
    if (!target.resource) throw new TypeError(`no resource '${target.requestedAs}'`)
    const to = { ...target, resource: target.resource }
    const { claims, ...issued } = await issue(request, tenant, identity, to, { traceId, world })
    return { ...issued, decision: decide({ issued: 'managed-identity', claims }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { id, error: name, aadsts } = error.rule
    return { ...refuse(error), decision: decide({ refused: id, error: name, aadsts }) }
  }
}

function targetOf(named: string, tenant: Tenant) {
  const resource = tenant.resourcesByName.get(named.toLowerCase().replace(/\/$/, ''))
  return { resource, requestedAs: named }
}

async function issue(
  { origin, query }: ManagedIdentityRequest,
  tenant: Tenant,
  identity: Principal,
  target: Parameters<typeof managedIdentityTokenClaims>[1],
  { traceId, world }: { readonly traceId: string; readonly world: World },
): Promise<ManagedIdentityAnswer & { readonly claims: SignedToken['claims'] }> {
  const { clock, keys } = world.facilitiesOf(tenant.id)
  const { platform, random, issuerNames, tamper } = world
  const nowMs = clock.nowMs()
  const issuer = issuerNames.issuersOf(origin, tenant.id)
  const minting = {
    tenant,
    keys,
    platform,
    random,
    nowMs,
    traceId,
    issuer,
    ...(tamper && { tamper }),
  }
  const party = {
    appId: identity.appId,
    oid: identity.id,
    sub: identity.id,
    displayName: identity.displayName,
    credential: '2',
    roles: identity.appRoles
      .filter(({ resourceAppId }) => resourceAppId === target.resource.appId)
      .map(({ role }) => role),
  } as const
  const { token, claims } = await signToken(
    minting,
    target.resource,
    managedIdentityTokenClaims(minting, target, party),
  )
  const nowSeconds = Math.floor(nowMs / 1000)
  return {
    claims,
    status: 200,
    headers: {},
    body: {
      access_token: token,
      client_id: identity.appId,
      expires_in: String(managedIdentityTokenSeconds),
      expires_on: String(nowSeconds + managedIdentityTokenSeconds),
      ext_expires_in: String(managedIdentityTokenSeconds - 1),
      not_before: String(nowSeconds - 300),
      resource: query.get('resource'),
      token_type: 'Bearer',
    },
  }
}
