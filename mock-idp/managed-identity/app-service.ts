import * as rules from '../rules/managed-identity.ts'
import type { World } from '../world.ts'
import { answerCall } from './answer-call.ts'
import { appServiceShape, type DecidedAnswer } from './answers.ts'
import { type ManagedIdentityRequest, readCall } from './call.ts'

/** `GET /msi/token` as the endpoint in `IDENTITY_ENDPOINT` answers it. The header tells whose endpoint it is. */
export async function answerAppService(
  request: ManagedIdentityRequest,
  world: World,
): Promise<DecidedAnswer> {
  const tenants = [...world.directory.tenants()].filter(
    ({ identityHeader }) => identityHeader === request.header,
  )
  const headerAccepted = tenants.length > 0
  const call = readCall(request, tenants, { hasMetadataHeader: true, headerAccepted })
  return answerCall(request, call, world, appServiceShape, [
    rules.managedIdentityMethodIsGet,
    rules.identityHeaderMatches,
    rules.managedIdentityResourceIsPresent,
    rules.appServiceIdentityIsKnown,
  ])
}
