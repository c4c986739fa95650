import { isLoopbackHost } from '../../wire/loopback.ts'
import { printable } from '../../wire/printable.ts'
import { healthPath } from '../create-mock-idp.ts'
import { servedNames } from './tls/served-names.ts'

type Answer = (request: Request) => Response | Promise<Response>

type HostsOfMock = {
  /** Besides loopback and the hosts of Microsoft, as they stand in a URL. */
  readonly extraHosts: readonly string[]
  /** Takes one sentence when a host is refused for the first time. */
  readonly warn?: ((message: string) => void) | undefined
}

/** Where managed identities get tokens in a virtual machine; a redirect leads there. */
const otherNames = ['169.254.169.254']

/**
 * Answers 421 (RFC 9110 section 15.5.20) for a host that the mock was not told is its own, so that no program gets tokens
 * and documents that name another one. Probes ask by address, so the health is told under any host.
 */
export function refuseOtherHosts(answer: Answer, { extraHosts, warn }: HostsOfMock): Answer {
  const names = [...servedNames, ...otherNames, ...extraHosts]
  let isWarned = false
  return (request) => {
    const { host, hostname, pathname } = new URL(request.url)
    const isOwn = isLoopbackHost(host) || names.some((name) => matches(hostname, name))
    if (isOwn || pathname === `/_mock${healthPath}`) return answer(request)
    if (!isWarned) warn?.(warningOf(extraHosts))
    isWarned = true
    const error_description = problemOf(hostname, extraHosts)
    return Response.json({ error: 'misdirected_request', error_description }, { status: 421 })
  }
}

function matches(hostname: string, name: string): boolean {
  return name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : hostname === name
}

const answersFor = (extraHosts: readonly string[]) =>
  `it answers for ${['localhost', ...extraHosts].join(', ')} and the hosts of Microsoft`

function problemOf(hostname: string, extraHosts: readonly string[]): string {
  const shown = printable(hostname)
  return `this mock is not ${shown}: ${answersFor(extraHosts)}. To reach it as ${shown}, start it with --public-host ${shown}.`
}

/** Without the name: a client can write a secret where a host belongs, and whoever asked learns the name by the answer. */
function warningOf(extraHosts: readonly string[]): string {
  return `a request named a host that this mock was not told is its own: ${answersFor(extraHosts)}. The answer, 421, names it. To reach the mock under another name, start it with --public-host NAME.`
}
