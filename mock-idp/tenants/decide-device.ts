import type { Change } from '../directory/collections.ts'
import { consentChanges } from '../directory/consent.ts'
import type { User } from '../directory/person.ts'
import { defaultScope, readScope } from '../directory/scope-names.ts'
import { findResource, type Tenant } from '../directory/tenant.ts'
import type { DeviceSignIn } from '../tokens/device-codes.ts'
import type { World } from '../world.ts'

/** What a user decides about a device that waits. */
export type DeviceDecision = {
  readonly tenant: Tenant
  readonly device: DeviceSignIn
  readonly user: User
  /** How the user signed in, as `amr` has it. */
  readonly methods: readonly string[]
  /** Whether the user agrees to the permissions that are missing. */
  readonly consents: boolean
}

/** The user signs in for the device, which gets tokens when it asks the next time. */
export function approveDevice(decision: DeviceDecision, world: World): void {
  const { tenant, device, user, methods, consents } = decision
  const { deviceCodes, signIns } = world.facilitiesOf(tenant.id)
  if (consents) {
    const changes = consentTo(decision, world)
    if (changes.length > 0) world.directory.change(tenant.id, changes)
  }
  const signIn = { sessionId: world.random.guid(), methods, ipAddress: '127.0.0.1' }
  signIns.keep(signIn)
  deviceCodes.setState(device.userCode, { kind: 'approved', userId: user.id, signIn })
}

/** To the named permissions: `.default` names what was granted before. */
function consentTo({ tenant, device, user }: DeviceDecision, world: World): readonly Change[] {
  const clientId = tenant.principals.get(device.clientAppId)?.id
  const { names, openId } = readScope(device.scope)
  const resource = findResource(tenant, names[0]?.resource ?? '')
  const named = names.map(({ permission }) => permission).filter((one) => one !== defaultScope)
  if (clientId === undefined || !resource || named.length === 0) return []
  const scopes = [...named, ...openId]
  const consent = { clientId, resourceId: resource.principalId, userId: user.id, scopes }
  return consentChanges(tenant, consent, world.random.guid)
}
