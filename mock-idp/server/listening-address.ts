import { hostname } from 'node:os'
import { isLoopbackAddress } from '../../wire/loopback.ts'
import { normalName } from './tls/host-name.ts'

/** The host is not loopback, and `allowRemote` is not set. */
export class RemoteNotAllowed extends Error {
  constructor(host: string) {
    super(
      `${host} is not a loopback address. The mock issues tokens to anyone who can reach it, so it listens only on loopback by default. To let other machines in, pass --allow-remote (allowRemote: true).`,
    )
    this.name = 'RemoteNotAllowed'
  }
}

/** Where a mock listens, and by which names others reach it. */
export type ListeningAddress = {
  /** The host of the authority. */
  readonly publicName: string
  /** The host of plain http. */
  readonly httpName: string
  /** The hosts besides `localhost` and those of Microsoft that it answers for. */
  readonly extraHosts: readonly string[]
}

/**
 * @throws {RemoteNotAllowed} for a host that is not loopback, without `allowRemote`
 * @throws {TypeError} for a public host that no certificate can hold
 */
export function listeningAddress(
  host: string,
  allowRemote: boolean,
  publicHosts: readonly string[] = [],
): ListeningAddress {
  const isLocal = isLoopbackAddress(host)
  if (!isLocal && !allowRemote) throw new RemoteNotAllowed(host)
  const publicNames = publicHosts.map((name) => inUrl(normalName(name)))
  const ownName = isLocal ? localName(host) : inUrl(nameOf(host))
  const [publicName = ownName] = publicNames
  return {
    publicName,
    httpName: isLocal ? inUrl(host) : publicName,
    extraHosts: [...new Set([publicName, ...publicNames])].filter((name) => name !== 'localhost'),
  }
}

/** By which name other machines reach a mock that listens on this address. */
function nameOf(host: string): string {
  return host === '0.0.0.0' || host === '::' ? hostname().toLowerCase() : host
}

/** `localhost` is 127.0.0.1 everywhere; nothing listens there for another loopback address. */
function localName(host: string): string {
  return ['127.0.0.1', 'localhost'].includes(host) ? 'localhost' : inUrl(host)
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
