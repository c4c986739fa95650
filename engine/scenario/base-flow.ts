import { type Finding, judge, type Trail } from '../../judge/index.ts'
import type {
  ClientCredential,
  ClientError,
  ClientUnderTest,
} from '../clients/client-under-test.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import type { Target } from '../targets/target.ts'
import { createClientSession } from './client-session.ts'
import { clientTrail, namesOf } from './client-trail.ts'
import { credentialOf, usualWay, type Way, wayOf } from './credential-ways.ts'
import { describeRefusal, refusedLast } from './refused-request.ts'
import { createSandboxControl } from './sandbox-control.ts'
import type { ScenarioTrail } from './scenario-trail.ts'

type Subject = { readonly client: ClientUnderTest; readonly target: Target }

/** The client got no token though nothing stood against it, so that no scenario with this credential says more. */
export class NoBaseFlow extends NotTestable {
  readonly trail: ScenarioTrail

  constructor(reason: string, trail: ScenarioTrail) {
    super(reason)
    this.trail = trail
  }
}

/** Tried once for each client, target and way. */
const tried = new WeakMap<ClientUnderTest, WeakMap<Target, Map<Way, Promise<BaseFlow>>>>()

type BaseFlow = NoBaseFlow | 'a token' | { readonly silent: string }

/**
 * Lets the client get one token in a tenant of its own, before a scenario makes anything difficult.
 * @throws {NoBaseFlow} if it gets none
 * @throws {Error} if no request of the client arrived at all, so that nothing can be judged
 */
export async function requireBaseFlow(
  subject: Subject,
  credential: ClientCredential | undefined,
): Promise<void> {
  const flow = await baseFlow(subject, wayOf(credential))
  if (flow instanceof NoBaseFlow) throw flow
  if (flow === 'a token') return
  throw new Error(flow.silent)
}

function baseFlow(subject: Subject, way: Way): Promise<BaseFlow> {
  const { client, target } = subject
  const ofClient = tried.get(client) ?? new WeakMap<Target, Map<Way, Promise<BaseFlow>>>()
  tried.set(client, ofClient)
  const ofTarget = ofClient.get(target) ?? new Map<Way, Promise<BaseFlow>>()
  ofClient.set(target, ofTarget)
  const known = ofTarget.get(way)
  if (known) return known
  const trying = tryBaseFlow(subject, way)
  ofTarget.set(way, trying)
  // An adapter that broke the protocol may do better next time.
  trying.catch(() => ofTarget.delete(way))
  return trying
}

async function tryBaseFlow({ client, target }: Subject, way: Way): Promise<BaseFlow> {
  const directory = target.openDirectory()
  const control = createSandboxControl(target, directory)
  const session = createClientSession({ client, target, directory, control })
  try {
    const parts = { directory, target, writeAssertion: session.writeAssertion }
    session.actsFor('Concierge', await credentialOf('Concierge', way, parts))
    const scope = `${directory.address('Microsoft Graph')}/.default`
    const agentIdentity = directory.clientId('Booking')
    const { token, error } = await session.tries({ agentIdentity, scope })
    if (token !== undefined) return 'a token'
    const secrets = [directory.secret('Concierge')]
    const trail = await clientTrail({ client: session, directory, control, secrets })
    const isUsual = way === usualWay(client.capabilities)
    const isOnlyWay = isUsual || (await isSilent({ client, target }))
    return judged(trail, { way, error, isOnlyWay, names: namesOf({ directory }) })
  } finally {
    await session.close()
    await directory.close()
  }
}

/** Whether the client gets through with nothing: then it has no way to the mock, whatever its credential. */
async function isSilent(subject: Subject): Promise<boolean> {
  return (await baseFlow(subject, usualWay(subject.client.capabilities))) !== 'a token'
}

type Circumstances = {
  readonly way: Way
  readonly error: ClientError | undefined
  readonly isOnlyWay: boolean
  readonly names: ScenarioTrail['names']
}

function judged(trail: Trail, { way, error, isOnlyWay, names }: Circumstances): BaseFlow {
  const { requests } = trail
  const findings = judge(trail)
  const refused = refusedLast(requests)
  const says = error?.message ?? 'nothing'
  const explaining = findings.find(
    ({ severity, check, request }) =>
      severity === 'MUST' && (request !== undefined || (!refused && check === 'AUTHORITY-HOST')),
  )
  const isSilent = requests.length === 0 && findings.length === 0 && error?.kind !== 'unsupported'
  if (isSilent && isOnlyWay) {
    return {
      silent: `no request of the client reached the mock. It says: ${says}. If it does not trust the certificate of the mock, give it caFile`,
    }
  }
  const what = refused ? describeRefusal(refused) : `the client says: ${says}`
  const why = explaining ? `, and the client breaks ${explaining.check} there` : ''
  const missing: Finding = {
    check: 'LEG-TOKEN',
    severity: 'MUST',
    message: `the client gets no token with ${way}`,
    expected: 'a token',
    actual: what,
    request: refused?.sequence,
  }
  return new NoBaseFlow(`no token with ${way}: ${what}${why}`, {
    findings: explaining ? findings : [...findings, missing],
    requests,
    names,
  })
}
