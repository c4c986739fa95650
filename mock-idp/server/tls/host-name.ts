import { isIP, isIPv4 } from 'node:net'
import { domainToASCII } from 'node:url'

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

/** `a.example` for `*.a.example`. */
export function withoutWildcard(name: string): string {
  return name.replace(/^\*\./, '')
}
