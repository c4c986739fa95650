import type { SignIn } from './delegation.ts'

/** A sign-in that a device asked for, and what became of it. */
export type DeviceSignIn = {
  readonly userCode: string
  /** By which pages speak of it, once the user has typed the code. */
  readonly reference: string
  readonly clientAppId: string
  readonly scope: string
  readonly issuedMs: number
  readonly state: DeviceState
}

/** `redeemed`: the device got its tokens. */
export type DeviceState =
  | { readonly kind: 'pending' | 'declined' | 'redeemed' }
  | { readonly kind: 'approved'; readonly userId: string; readonly signIn: SignIn }

/** How long a device code and its user code hold (learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code). */
export const deviceCodeSeconds = 900

/** The device codes of one tenant. */
export type DeviceCodes = {
  readonly keep: (deviceCode: string, signIn: DeviceSignIn) => void
  readonly find: (deviceCode: string) => DeviceSignIn | undefined
  /** By the code that a person types: letter case, spaces and dashes do not matter. */
  readonly findByUserCode: (userCode: string) => DeviceSignIn | undefined
  readonly findByReference: (reference: string) => DeviceSignIn | undefined
  /** Those that still wait for somebody, oldest first. */
  readonly waiting: (nowMs: number) => readonly DeviceSignIn[]
  readonly setState: (userCode: string, state: DeviceState) => void
  readonly clear: () => void
}

/** The oldest go first: a client that never redeems them does not fill the memory. */
const mostKept = 10_000

export function createDeviceCodes(): DeviceCodes {
  const kept = new Map<string, DeviceSignIn>()
  /** By the user code, and by the reference. */
  const deviceCodes = new Map<string, string>()
  const find = (deviceCode: string) => kept.get(deviceCode)
  const findByUserCode = (userCode: string) => find(deviceCodes.get(typed(userCode)) ?? '')
  const drop = (deviceCode: string) => {
    const { userCode = '', reference = '' } = kept.get(deviceCode) ?? {}
    for (const name of [userCode, reference]) deviceCodes.delete(name)
    kept.delete(deviceCode)
  }
  return {
    keep: (deviceCode, signIn) => {
      kept.set(deviceCode, signIn)
      for (const name of [signIn.userCode, signIn.reference]) deviceCodes.set(name, deviceCode)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) drop(oldest)
    },
    find,
    findByUserCode,
    findByReference: (reference) => find(deviceCodes.get(reference) ?? ''),
    waiting: (nowMs) =>
      [...kept.values()].filter((one) => one.state.kind === 'pending' && !hasExpired(one, nowMs)),
    setState: (userCode, state) => {
      const deviceCode = deviceCodes.get(typed(userCode)) ?? ''
      const signIn = kept.get(deviceCode)
      if (signIn) kept.set(deviceCode, { ...signIn, state })
    },
    clear: () => {
      kept.clear()
      deviceCodes.clear()
    },
  }
}

export function hasExpired({ issuedMs }: DeviceSignIn, nowMs: number): boolean {
  return nowMs >= issuedMs + deviceCodeSeconds * 1000
}

function typed(userCode: string): string {
  return userCode.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
