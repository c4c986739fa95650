import { isLoopbackHost } from '../../wire/loopback.ts'
import { printable } from '../../wire/printable.ts'
import { healthPath } from '../create-mock-idp.ts'
import { servedNames } from './tls/served-names.ts'

type Answer = (request: Request) => Response | Promise<Response>

type HostsOfMock = {
  /** Besides loopback and the hosts of Microsoft, as they stand in a URL. */
  readonly extraHosts: readonly string[]
  /** Takes one sentence about each host that is refused first. */
  readonly warn?: ((message: string) => void) | undefined
}

/** Where managed identities get tokens in a virtual machine; a redirect leads there. */
const otherNames = ['169.254.169.254']
/** So that a scanner cannot fill the log. */
const mostWarnings = 20

/**
 * Answers 421 (RFC 9110 section 15.5.20) for a host that the mock was not told is its own, so that no program gets tokens
 * and documents that name another one. Probes ask by address, so the health is told under any host.
 */
export function refuseOtherHosts(answer: Answer, { extraHosts, warn }: HostsOfMock): Answer {
  const names = [...servedNames, ...otherNames, ...extraHosts]
  const warned = new Set<string>()
  return (request) => {
    const { host, hostname, pathname } = new URL(request.url)
    const isOwn = isLoopbackHost(host) || names.some((name) => matches(hostname, name))
    if (isOwn || pathname === `/_mock${healthPath}`) return answer(request)
    const problem = problemOf(hostname, extraHosts)
    if (!warned.has(hostname) && warned.size < mostWarnings) {
      warned.add(hostname)
      warn?.(problem)
    }
    return Response.json(
      { error: 'misdirected_request', error_description: problem },
      { status: 421 },
    )
  }
}

function matches(hostname: string, name: string): boolean {
  return name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : hostname === name
}

function problemOf(hostname: string, extraHosts: readonly string[]): string {
  const own = ['localhost', ...extraHosts].join(', ')
  const shown = printable(hostname)
  return `this mock is not ${shown}: it answers for ${own} and the hosts of Microsoft. To reach it as ${shown}, start it with --public-host ${shown}.`
}
