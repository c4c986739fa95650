import { Hono } from 'hono'
import { z } from 'zod'
import { userCalled } from '../directory/person.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { Sandbox } from '../sandbox/sandboxes.ts'
import { approveDevice } from '../tenants/decide-device.ts'
import { type DeviceSignIn, hasExpired } from '../tokens/device-codes.ts'
import { tenantInQuery } from './name-tenant.ts'
import { operation } from './operation.ts'
import type { ControlParts } from './parts.ts'
import { ControlProblem } from './problem.ts'
import { jsonBody } from './read-json.ts'

const deviceDecision = z
  .strictObject({
    user: z.string().min(1).optional().meta({
      description:
        'User principal name or object id of who signs in. Needed unless decline is true.',
    }),
    userCode: z.string().min(1).optional().meta({
      description: 'The code that the device shows. Default: that of the only device that waits.',
    }),
    decline: z.boolean().default(false).meta({
      description: 'True: the user refuses, and the device gets no tokens.',
    }),
    consent: z.boolean().default(true).meta({
      description: 'Whether the user agrees to permissions that the client does not have yet.',
    }),
    methods: z.array(z.string().min(1)).default(['pwd', 'mfa']).meta({
      description: 'How the user signs in, as amr has it. Default: pwd and mfa.',
    }),
  })
  .meta({ description: 'What the user does on the page that the device names.' })

/** `/_mock/device-codes`: what a user does for a device, without a page. */
export function deviceCodeRoutes(parts: ControlParts): Hono {
  const { world } = parts
  return new Hono().post(
    '/',
    operation({
      summary: 'Sign a user in for a device that waits, or decline.',
      description: 'Takes the place of the page that asks for the code.',
      status: 204,
    }),
    tenantInQuery(parts),
    jsonBody(deviceDecision),
    (context) => {
      const { tenantId, sandbox } = context.var
      const { user: name, userCode, decline, consent, methods } = context.req.valid('json')
      const tenant = world.directory.findTenant(tenantId)
      if (!tenant) throw new TypeError(`no tenant ${tenantId}`)
      const device = waitingDevice(userCode, sandbox)
      if (decline) sandbox.deviceCodes.setState(device.userCode, { kind: 'declined' })
      else {
        const user = personOf(name, tenant)
        approveDevice({ tenant, device, user, methods, consents: consent }, world)
      }
      return context.body(null)
    },
  )
}

function waitingDevice(
  userCode: string | undefined,
  { deviceCodes, clock }: Sandbox,
): DeviceSignIn {
  const nowMs = clock.nowMs()
  if (userCode === undefined) {
    const [only, ...others] = deviceCodes.waiting(nowMs)
    if (!only) throw new ControlProblem(404, 'no device waits for a user')
    if (others.length === 0) return only
    throw new ControlProblem(409, 'several devices wait; name one by userCode')
  }
  const device = deviceCodes.findByUserCode(userCode)
  if (device?.state.kind === 'pending' && !hasExpired(device, nowMs)) return device
  throw new ControlProblem(404, 'no device with this userCode waits for a user')
}

function personOf(name: string | undefined, tenant: Tenant) {
  if (name === undefined) throw new ControlProblem(400, 'name the user who signs in')
  const user = userCalled(name, tenant)
  if (!user) throw new ControlProblem(404, `unknown user '${name}'`)
  const { enabled, identityParentId } = user
  if (enabled && identityParentId === undefined) return user
  throw new ControlProblem(409, 'this user cannot sign in', [
    enabled ? 'it is the account of an agent identity' : 'it is disabled',
  ])
}
