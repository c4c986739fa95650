import { isIP, isIPv4 } from 'node:net'
import { domainToASCII } from 'node:url'
import { entraHosts, graphHosts } from '../directory/clouds.ts'

/** Every name the mock is reached by: the SANs of its leaf, and all its authority may sign for. */
export const servedNames: readonly string[] = [
  'localhost',
  '127.0.0.1',
  '::1',
  ...entraHosts,
  // Regional endpoints of the public cloud, such as westus2.login.microsoft.com.
  '*.login.microsoft.com',
  ...graphHosts,
]

/**
 * The DER value of an X.509 nameConstraints extension (RFC 5280, 4.2.1.10) that permits these names:
 * each DNS name, and each address alone. Because one DNS name and one address are permitted, every
 * other DNS name and address is forbidden. The RFC lets no DNS constraint exclude subdomains of a
 * permitted name, so `a.localhost` is permitted with `localhost`, and `*.a` is written as `a`.
 *
 * @param names - normal forms, as {@link normalName} returns them, at least one DNS name and address
 */
export function encodeNameConstraints(names: readonly string[]): Buffer {
  return tagged(0x30, tagged(0xa0, Buffer.concat(encodeSubtrees(names))))
}

/**
 * Whether a certificate is constrained to some of these names and to no other, as an authority is that was made
 * when the mock served fewer of them.
 *
 * @param certificate - DER
 */
export function isNarrower(certificate: Buffer, names: readonly string[]): boolean {
  const known = new Set(encodeSubtrees(names).map((subtree) => subtree.toString('hex')))
  const at = certificate.indexOf(nameConstraintsId)
  if (at < 0) return false
  // Behind the identifier: critical (TRUE), then an OCTET STRING around what `encodeNameConstraints` returns.
  const critical = 3
  const value = contentOf(
    contentOf(contentOf(certificate, at + nameConstraintsId.length + critical)),
  )
  const stored = splitElements(value).map((subtree) => subtree.toString('hex'))
  return stored.length > 0 && stored.every((subtree) => known.has(subtree))
}

/** 2.5.29.30, as an OBJECT IDENTIFIER. */
const nameConstraintsId = Buffer.from('0603551d1e', 'hex')

function encodeSubtrees(names: readonly string[]): readonly Buffer[] {
  return constraintBases(names).map((base) => tagged(0x30, generalName(base)))
}

/** Whether a host may stand in a leaf of an authority that is constrained to `names`. */
export function isPermitted(host: string, names: readonly string[]): boolean {
  const bases = constraintBases(names)
  if (isIP(host)) return bases.includes(host)
  return bases.some((base) => withoutWildcard(host) === base || host.endsWith(`.${base}`))
}

/**
 * The one spelling of a host by which names are compared: lower case, IDN as ASCII, an IPv6 address
 * in its shortest form and without brackets.
 *
 * @throws TypeError for text that is neither a host name nor an IP address, and for an address with
 * a zone (`fe80::1%eth0`), which no certificate can hold
 */
export function normalName(host: string): string {
  const bare = host.trim().replace(/^\[(.*)\]$/, '$1')
  if (isIPv4(bare)) return bare
  if (isIP(bare) && !bare.includes('%')) return new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const ascii = domainToASCII(withoutWildcard(bare)).replace(/\.$/, '')
  const labels = ascii.split('.')
  const valid = ascii.length <= 253 && labels.every((label) => hostLabel.test(label))
  if (!valid || /^[\d.]+$/.test(ascii)) {
    throw new TypeError(`"${host}" is not a host name or IP address a certificate can hold`)
  }
  return bare.startsWith('*.') ? `*.${ascii}` : ascii
}

const hostLabel = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/

function constraintBases(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(withoutWildcard))]
}

function withoutWildcard(name: string): string {
  return name.replace(/^\*\./, '')
}

/** A context-tagged GeneralName: dNSName is [2], iPAddress is [7] and holds address and mask. */
function generalName(base: string): Buffer {
  if (!isIP(base)) return tagged(0x82, Buffer.from(base, 'ascii'))
  const address = isIPv4(base) ? Buffer.from(base.split('.').map(Number)) : ipv6Bytes(base)
  return tagged(0x87, Buffer.concat([address, Buffer.alloc(address.length, 0xff)]))
}

/** The 16 bytes of an IPv6 address in normal form, where `::` stands for the missing zero groups. */
function ipv6Bytes(address: string): Buffer {
  const [head = '', tail = ''] = address.split('::')
  const groups = (part: string) => part.split(':').filter((group) => group !== '')
  const missing = 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

/** One DER element, with the length in its short or long form. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content])
  if (length < 0x100) return Buffer.concat([Buffer.from([tag, 0x81, length]), content])
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), content])
}

/** Where the content of the DER element at this place begins and ends. */
function extentOf(der: Buffer, at: number): readonly [start: number, end: number] {
  const first = der[at + 1] ?? 0
  if (first < 0x80) return [at + 2, at + 2 + first]
  const lengthBytes = first & 0x7f
  const start = at + 2 + lengthBytes
  return [start, start + der.readUIntBE(at + 2, lengthBytes)]
}

function contentOf(der: Buffer, at = 0): Buffer {
  return der.subarray(...extentOf(der, at))
}

function splitElements(der: Buffer): readonly Buffer[] {
  const elements: Buffer[] = []
  for (let at = 0; at < der.length; ) {
    const [, end] = extentOf(der, at)
    elements.push(der.subarray(at, end))
    at = end
  }
  return elements
}
