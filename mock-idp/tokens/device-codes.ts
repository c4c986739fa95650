import type { SignIn } from './delegation.ts'

/** A sign-in that a device asked for, and what became of it. */
export type DeviceSignIn = {
  readonly userCode: string
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
  /** Those that still wait for somebody, oldest first. */
  readonly waiting: (nowMs: number) => readonly DeviceSignIn[]
  readonly setState: (userCode: string, state: DeviceState) => void
  readonly clear: () => void
}

/** The oldest go first: a client that never redeems them does not fill the memory. */
const mostKept = 10_000

export function createDeviceCodes(): DeviceCodes {
  const kept = new Map<string, DeviceSignIn>()
  const deviceCodeOf = new Map<string, string>()
  const find = (deviceCode: string) => kept.get(deviceCode)
  const findByUserCode = (userCode: string) => find(deviceCodeOf.get(typed(userCode)) ?? '')
  const drop = (deviceCode: string) => {
    deviceCodeOf.delete(kept.get(deviceCode)?.userCode ?? '')
    kept.delete(deviceCode)
  }
  return {
    keep: (deviceCode, signIn) => {
      kept.set(deviceCode, signIn)
      deviceCodeOf.set(signIn.userCode, deviceCode)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) drop(oldest)
    },
    find,
    findByUserCode,
    waiting: (nowMs) =>
      [...kept.values()].filter((one) => one.state.kind === 'pending' && !hasExpired(one, nowMs)),
    setState: (userCode, state) => {
      const deviceCode = deviceCodeOf.get(typed(userCode)) ?? ''
      const signIn = kept.get(deviceCode)
      if (signIn) kept.set(deviceCode, { ...signIn, state })
    },
    clear: () => {
      kept.clear()
      deviceCodeOf.clear()
    },
  }
}

export function hasExpired({ issuedMs }: DeviceSignIn, nowMs: number): boolean {
  return nowMs >= issuedMs + deviceCodeSeconds * 1000
}

function typed(userCode: string): string {
  return userCode.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
