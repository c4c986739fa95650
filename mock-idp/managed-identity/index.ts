import { enforce } from '../answers/enforce.ts'
import { findResource } from '../directory/tenant.ts'
import type { Answer, Endpoint, Exchange } from '../exchange/endpoint.ts'
import type { SeenRequest } from '../http/see-request.ts'
import {
  appServiceRules,
  imdsRules,
  managedIdentityResourceIsKnown,
} from '../rules/managed-identity.ts'
import type { RefusalRule } from '../rules/rule.ts'
import type { World } from '../world.ts'
import { type AnswerShape, appServiceShape, imdsShape } from './answers.ts'
import { issueToken } from './issue-token.ts'
import { type Call, readCall } from './read-call.ts'

/** In what the two endpoints differ. */
type Machine = {
  readonly read: (request: SeenRequest, world: World) => Call
  readonly rules: readonly RefusalRule<Call>[]
  readonly shape: AnswerShape
}

/** `GET /metadata/identity/oauth2/token` as a virtual machine's instance metadata service answers it. */
export const imdsEndpoint = managedIdentity({
  read: (request, { directory }) => {
    const { tenantName, header } = request
    const named = tenantName && directory.findTenant(tenantName)
    const tenants = tenantName ? [named || []].flat() : [...directory.tenants()]
    const hasMetadataHeader = header('metadata')?.toLowerCase() === 'true'
    const isForwarded = header('x-forwarded-for') !== undefined
    return readCall(request, tenants, { hasMetadataHeader, isForwarded, headerAccepted: true })
  },
  rules: imdsRules,
  shape: imdsShape,
})

/** `GET /msi/token` as the endpoint in `IDENTITY_ENDPOINT` answers it. The header tells whose endpoint it is. */
export const appServiceEndpoint = managedIdentity({
  read: (request, { directory }) => {
    const header = request.header('x-identity-header')
    const tenants = [...directory.tenants()].filter(
      ({ identityHeader }) => identityHeader === header,
    )
    const headerAccepted = tenants.length > 0
    const expected = { hasMetadataHeader: true, isForwarded: false }
    return readCall(request, tenants, { ...expected, headerAccepted })
  },
  rules: appServiceRules,
  shape: appServiceShape,
})

function managedIdentity(machine: Machine): Endpoint {
  return {
    kind: 'managedIdentity',
    isSteady: true,
    findTenant: (request, world) => machine.read(request, world).asked,
    decide: (exchange, world) => answerCall(machine, exchange, world),
    refuse: machine.shape.refused,
  }
}

/** What both endpoints do: hold the call against the rules, find the resource, issue a token. */
async function answerCall(machine: Machine, exchange: Exchange, world: World): Promise<Answer> {
  const { request, origin, traceId, examination } = exchange
  const call = machine.read(request, world)
  enforce(machine.rules, call, examination)
  const { found, resource: named = '' } = call
  if (!found) throw new TypeError('no managed identity')
  const { tenant } = found
  const resource = findResource(tenant, named)
  enforce(
    [managedIdentityResourceIsKnown],
    {
      resourceName: named,
      tenantName: tenant.displayName,
      resourceFound: resource !== undefined,
    },
    examination,
  )
  if (!resource) throw new TypeError(`no resource '${named}'`)
  const order = { ...found, target: { resource, requestedAs: named }, origin, traceId }
  return machine.shape.issued(await issueToken(order, world))
}
