import { guidFromBytes } from '../../mock-idp/index.ts'
import { decodeGuid } from './encoded-guid.ts'
import { knownResource } from './known-resources.ts'
import { type Reading, readText } from './reading.ts'

const bytesOf = (text: string) => Buffer.from(text, 'base64url')

/** `uti` is the GUID of the request in other letters. */
export const tokenId: Reading = readText((text) => {
  const guid = decodeGuid(text)
  return guid === undefined
    ? undefined
    : `as a GUID ${guid}, the trace id of its request (inferred)`
})

/** `rh`: `1.` and 40 bytes, with the tenant at 3 and the resource at 19. */
export const resourceHint: Reading = readText((text) => {
  const [, part = ''] = /^1\.([\w-]+)\.$/.exec(text) ?? []
  const bytes = bytesOf(part)
  if (bytes.length !== 40) return undefined
  const [tenant, resource] = [bytes.subarray(3, 19), bytes.subarray(19, 35)].map(guidFromBytes)
  const name = knownResource(resource)
  const resourceName = name === undefined ? '' : `, ${name}`
  return `holds tenant ${tenant} and resource ${resource}${resourceName} (captured)`
})

/** `xms_ftd`: 32 bytes, then perhaps a data centre in clear text behind a byte of value 1. */
export const footprint: Reading = readText((text) => {
  const bytes = bytesOf(text)
  const place = bytes.subarray(33).toString('latin1')
  if (bytes[32] !== 1 || !/^[a-z0-9-]{3,40}$/.test(place)) return undefined
  return `ends with the data centre ${place}`
})
