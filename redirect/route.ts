import { isIPv4, isIPv6 } from 'node:net'

/** A host, as a name or an address without brackets, and a port. */
export type Address = { readonly host: string; readonly port: number }

/** Where connections go. */
export type Routes = {
  /** Names of hosts whose https is the mock's; `*.` stands for one label. */
  readonly hosts: readonly string[]
  /** The https port of the mock. */
  readonly authority: Address
  /** The http port of the mock, for what is meant for the metadata service of a virtual machine. */
  readonly managedIdentity?: Address | undefined
}

/** Azure's instance metadata service: the same address in every virtual machine. */
export const imdsHost = '169.254.169.254'

/**
 * Where a connection to `target` goes: the mock, the target itself when it is this machine, and
 * nowhere (`undefined`) for every other. `preload.cjs` decides the same; one test covers both.
 */
export function routeOf(target: Address, routes: Routes): Address | undefined {
  const host = plainName(target.host)
  if (isThisMachine(host))
    return { host: host.endsWith('.localhost') ? '127.0.0.1' : host, port: target.port }
  if (target.port === 443 && isOneOf(host, routes.hosts)) return routes.authority
  if (target.port === 80 && host === imdsHost) return routes.managedIdentity
  return undefined
}

/** Whether `host` is one of `names`, in which `*.` stands for one label. */
export function isOneOf(host: string, names: readonly string[]): boolean {
  const plain = plainName(host)
  return names.includes(plain) || names.includes(plain.replace(/^[^.]+/, '*'))
}

/** `host:port`, where `port` may be left out when there is a usual one. */
export function parseAddress(text: string, usualPort?: number): Address | undefined {
  const [, host = '', digits] = /^(\[[^\]\s]+\]|[^\s:/@?#[\]]+)(?::(\d{1,5}))?$/.exec(text) ?? []
  const port = digits === undefined ? usualPort : Number(digits)
  if (host === '' || port === undefined || port < 1 || port > 65_535) return undefined
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port }
}

export function formatAddress({ host, port }: Address): string {
  const plain = plainName(host)
  return plain.includes(':') ? `[${plain}]:${port}` : `${plain}:${port}`
}

function plainName(host: string): string {
  return host.toLowerCase().replace(/\.$/, '')
}

/** This machine under any of its names; `0.0.0.0` and `::` as destinations are this machine too. */
function isThisMachine(host: string): boolean {
  if (isIPv4(host)) return host.startsWith('127.') || host === '0.0.0.0'
  if (isIPv6(host)) return host === '::1' || host === '::' || host.startsWith('::ffff:127.')
  return host === 'localhost' || host.endsWith('.localhost')
}
