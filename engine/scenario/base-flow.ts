import { type Finding, judge, type Trail } from '../../judge/index.ts'
import type { Directory } from '../cast/directory.ts'
import type {
  Acquisition,
  ClientCredential,
  ClientError,
  ClientUnderTest,
  Flow,
} from '../clients/client-under-test.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import type { Target } from '../targets/target.ts'
import { createClientSession } from './client-session.ts'
import { clientTrail, namesOf } from './client-trail.ts'
import { credentialOf, usualWay, type Way, wayOf } from './credential-ways.ts'
import { namedIn, personToken } from './people.ts'
import { describeRefusal, refusedLast } from './refused-request.ts'
import { createSandboxControl, type SandboxControl } from './sandbox-control.ts'
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

/** Tried once for each client, target, way and flow. */
const tried = new WeakMap<ClientUnderTest, WeakMap<Target, Map<string, Promise<BaseFlow>>>>()

type BaseFlow = NoBaseFlow | 'a token' | { readonly silent: string }

/**
 * Lets the client get one token in a tenant of its own, before a scenario makes anything difficult.
 * @throws {NoBaseFlow} if it gets none
 * @throws {Error} if no request of the client arrived at all, so that nothing can be judged
 */
export async function requireBaseFlow(
  subject: Subject,
  credential: ClientCredential | undefined,
  flow: Flow = 'autonomous',
): Promise<void> {
  const base = await baseFlow(subject, wayOf(credential), flow)
  if (base instanceof NoBaseFlow) throw base
  if (base === 'a token') return
  throw new Error(base.silent)
}

function baseFlow(subject: Subject, way: Way, flow: Flow): Promise<BaseFlow> {
  const { client, target } = subject
  const ofClient = tried.get(client) ?? new WeakMap<Target, Map<string, Promise<BaseFlow>>>()
  tried.set(client, ofClient)
  const ofTarget = ofClient.get(target) ?? new Map<string, Promise<BaseFlow>>()
  ofClient.set(target, ofTarget)
  const name = `${way} ${flow}`
  const known = ofTarget.get(name)
  if (known) return known
  const trying = tryBaseFlow(subject, way, flow)
  ofTarget.set(name, trying)
  // An adapter that broke the protocol may do better next time.
  trying.catch(() => ofTarget.delete(name))
  return trying
}

async function tryBaseFlow({ client, target }: Subject, way: Way, flow: Flow): Promise<BaseFlow> {
  const directory = target.openDirectory()
  const control = createSandboxControl(target, directory)
  const session = createClientSession({ client, target, directory, control })
  try {
    const parts = { directory, target, writeAssertion: session.writeAssertion }
    session.actsFor('Concierge', await credentialOf('Concierge', way, parts))
    const scope = `${directory.address('Microsoft Graph')}/.default`
    const agentIdentity = directory.clientId('Booking')
    const about = await aboutWhom(flow, { directory, control, client })
    const { token, error } = await session.tries({ agentIdentity, scope, flow, ...about })
    if (token !== undefined) return 'a token'
    const secrets = [directory.secret('Concierge')]
    const trail = await clientTrail({ client: session, directory, control, secrets })
    // What gets through in the plainest flow has a way to the mock.
    const isUsual = flow === 'autonomous' && way === usualWay(client.capabilities)
    const isOnlyWay = isUsual || (await isSilent({ client, target }))
    return judged(trail, { way, flow, error, isOnlyWay, names: namesOf({ directory }) })
  } finally {
    await session.close()
    await directory.close()
  }
}

/** Bea, or the user account of Booking. */
async function aboutWhom(
  flow: Flow,
  {
    directory,
    control,
    client,
  }: Pick<Subject, 'client'> & {
    readonly directory: Directory
    readonly control: SandboxControl
  },
): Promise<Pick<Acquisition, 'user' | 'userAssertion'>> {
  if (flow === 'autonomous') return {}
  if (flow === 'obo') return { userAssertion: await personToken({ directory, control }, 'Bea') }
  return { user: namedIn(client.capabilities.userIds[0], directory, 'Assistant') }
}

/** Whether the client gets through with nothing: then it has no way to the mock, whatever its credential. */
async function isSilent(subject: Subject): Promise<boolean> {
  return (
    (await baseFlow(subject, usualWay(subject.client.capabilities), 'autonomous')) !== 'a token'
  )
}

type Circumstances = {
  readonly way: Way
  readonly flow: Flow
  readonly error: ClientError | undefined
  readonly isOnlyWay: boolean
  readonly names: ScenarioTrail['names']
}

/** The rule that a client breaks if it gets no token where nothing is difficult. */
const ruleOfFlow = {
  autonomous: 'LEG-TOKEN',
  obo: 'LEG-OBO-TOKEN',
  agentUser: 'LEG-USER-TOKEN',
} as const

function judged(trail: Trail, { way, flow, error, isOnlyWay, names }: Circumstances): BaseFlow {
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
  const how = flow === 'autonomous' ? `${way}` : `${way} in the flow ${flow}`
  const what = refused ? describeRefusal(refused) : `the client says: ${says}`
  const why = explaining ? `, and the client breaks ${explaining.check} there` : ''
  const missing: Finding = {
    check: ruleOfFlow[flow],
    severity: 'MUST',
    message: `the client gets no token with ${how}`,
    expected: 'a token',
    actual: what,
    request: refused?.sequence,
  }
  return new NoBaseFlow(`no token with ${how}: ${what}${why}`, {
    findings: explaining ? findings : [...findings, missing],
    requests,
    names,
  })
}
