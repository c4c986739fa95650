import { guidBytes } from '../directory/guid.ts'
import type { Resource } from '../directory/resource.ts'
import type { Minting } from './minting.ts'

const regions = ['ussouth-dsms', 'useast-dsms', 'uswest3-dsms', 'usnorth-dsms'] as const

/** `uti`: the 16 bytes of the GUID by which the server knows this request. */
export function uniqueTokenId({ platform, traceId }: Minting): string {
  return platform.encodeBytes(guidBytes(traceId))
}

/** `rh`: `1.`, 40 bytes with the tenant and the resource in them, and a full stop. */
export function resourceHint(
  { platform, random, tenant }: Minting,
  resource: Pick<Resource, 'appId'>,
): string {
  const bytes = new Uint8Array(40)
  bytes.set([1, random.below(256), random.below(256)], 0)
  bytes.set(guidBytes(tenant.id), 3)
  bytes.set(guidBytes(resource.appId), 19)
  bytes.set(random.bytes(5), 35)
  return `1.${platform.encodeBytes(bytes)}.`
}

/** `xms_ftd`: 32 bytes, and in most tokens a data centre in clear text behind a byte of value 1. */
export function footprint({ platform, random }: Minting): string {
  const region = regions[random.below(regions.length)] ?? regions[0]
  const bytes = new Uint8Array(33 + region.length)
  bytes.set(random.bytes(32), 0)
  bytes[32] = 1
  for (let i = 0; i < region.length; i++) bytes[33 + i] = region.charCodeAt(i)
  return platform.encodeBytes(bytes)
}

const usualState = 'k2Bg'
const derivedState = 'k2Bi'

/** `aio`: opaque to everybody but Entra, which keeps in it what it wants to know of its own tokens. */
export function internalState({ platform, random }: Minting, start = usualState): string {
  return `${start}${platform.encodeBytes(random.bytes(30))}=`
    .replaceAll('-', '+')
    .replaceAll('_', '/')
}

/** The mark of a token that was obtained with a federated credential. */
export function federationDerived(minting: Minting): { readonly aio: string } {
  return { aio: internalState(minting, derivedState) }
}

export function isFederationDerived({ aio }: Readonly<Record<string, unknown>>): boolean {
  return typeof aio === 'string' && aio.startsWith(derivedState)
}

/** `xms_rd`: `0.` and opaque bytes. */
export function routingData({ platform, random }: Minting): string {
  return `0.${platform.encodeBytes(random.bytes(24))}`
}
