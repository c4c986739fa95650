import { enforce } from '../answers/enforce.ts'
import { userCodeRules } from '../rules/device-login.ts'
import type { TenantExchange } from '../sign-in/browser.ts'
import { type DeviceSignIn, hasExpired } from '../tokens/device-codes.ts'
import type { World } from '../world.ts'

/**
 * The device that waits for an answer, by the code that a user typed.
 * @throws {Refusal} under a DEVICE-USER-CODE rule
 */
export function deviceOfUserCode(
  userCode: string,
  exchange: TenantExchange,
  world: World,
): DeviceSignIn {
  const { deviceCodes } = world.facilitiesOf(exchange.tenant.id)
  return waiting(deviceCodes.findByUserCode(userCode), exchange)
}

/**
 * The same by the reference under which the page goes on: a code has no place in an address.
 * @throws {Refusal} under a DEVICE-USER-CODE rule
 */
export function deviceOfReference(
  reference: string,
  exchange: TenantExchange,
  world: World,
): DeviceSignIn {
  const { deviceCodes } = world.facilitiesOf(exchange.tenant.id)
  return waiting(deviceCodes.findByReference(reference), exchange)
}

function waiting(
  device: DeviceSignIn | undefined,
  { nowMs, examination }: TenantExchange,
): DeviceSignIn {
  enforce(
    userCodeRules,
    {
      isWaiting: device?.state.kind === 'pending',
      hasExpired: device !== undefined && hasExpired(device, nowMs),
    },
    examination,
  )
  if (!device) throw new TypeError('no device')
  return device
}
