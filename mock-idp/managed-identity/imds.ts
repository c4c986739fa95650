import * as rules from '../rules/managed-identity.ts'
import type { World } from '../world.ts'
import { answerCall } from './answer-call.ts'
import { type DecidedAnswer, imdsShape } from './answers.ts'
import { type ManagedIdentityRequest, readCall } from './call.ts'

/** `GET /metadata/identity/oauth2/token` as a virtual machine's instance metadata service answers it. */
export async function answerImds(
  request: ManagedIdentityRequest,
  world: World,
): Promise<DecidedAnswer> {
  const { directory } = world
  const named = request.tenantName && directory.findTenant(request.tenantName)
  const tenants = request.tenantName ? [named || []].flat() : [...directory.tenants()]
  const hasMetadataHeader = request.header?.toLowerCase() === 'true'
  const call = readCall(request, tenants, { hasMetadataHeader, headerAccepted: true })
  return answerCall(request, call, world, imdsShape, [
    rules.managedIdentityMethodIsGet,
    rules.metadataHeaderIsPresent,
    rules.managedIdentityResourceIsPresent,
    rules.managedIdentityIsKnown,
  ])
}
