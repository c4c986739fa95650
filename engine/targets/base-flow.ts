import type { Directory } from '../cast/directory.ts'
import type { AgentName, BlueprintName } from '../cast/names.ts'
import { present } from '../credentials/presentations.ts'
import { type Answer, answerTo } from '../requests/answer.ts'
import { graphRequest } from '../requests/graph-requests.ts'
import { redemptionRequest, t1Request } from '../requests/token-requests.ts'
import type { Send } from '../requests/wire-request.ts'
import type { Leg } from './leg.ts'
import { peopleLegs } from './people-legs.ts'
import { TargetUnreachable } from './target.ts'
import type { Variables } from './variables.ts'

type Parties = {
  readonly request: Send
  readonly directory: Directory
  readonly variables: Variables
}

type Way = {
  readonly blueprint: BlueprintName
  readonly blueprintVariable: string
  readonly phrase: string
  /** The first names the credential. */
  readonly credential: readonly string[]
}

/** The machine has one whether it is meant or not: it counts where no other credential is set. */
const managedIdentity = 'a managed identity token'

const ways: readonly Way[] = [
  way('Concierge', 'AGENTID_BLUEPRINT_CLIENT_ID', 'its client secret', [
    'AGENTID_BLUEPRINT_SECRET',
  ]),
  way('Concierge', 'AGENTID_BLUEPRINT_CLIENT_ID', 'a certificate assertion', [
    'AGENTID_BLUEPRINT_CERTIFICATE_FILE',
    'AGENTID_BLUEPRINT_KEY_FILE',
  ]),
  way('Concierge', 'AGENTID_BLUEPRINT_CLIENT_ID', 'its assertion file', [
    'AGENTID_BLUEPRINT_ASSERTION_FILE',
  ]),
  way('Concierge', 'AGENTID_BLUEPRINT_CLIENT_ID', managedIdentity, [
    'IDENTITY_ENDPOINT',
    'IDENTITY_HEADER',
  ]),
  way('Courier', 'AGENTID_OTHER_BLUEPRINT_CLIENT_ID', 'its client secret', [
    'AGENTID_OTHER_BLUEPRINT_SECRET',
  ]),
]

const agents: readonly (readonly [BlueprintName, AgentName, string])[] = [
  ['Concierge', 'Booking', 'AGENTID_AGENT_ID'],
  ['Concierge', 'Billing', 'AGENTID_SECOND_AGENT_ID'],
  ['Courier', 'Parcel', 'AGENTID_OTHER_AGENT_ID'],
]

function way(
  blueprint: BlueprintName,
  blueprintVariable: string,
  phrase: string,
  credential: readonly string[],
): Way {
  return { blueprint, blueprintVariable, phrase, credential }
}

/**
 * T1 with every credential and for every agent identity that the variables name, and the tokens of the first: its own, of
 * its agent user, and on behalf of a person.
 */
export function legsOf(parties: Parties): readonly Leg[] {
  const has = (name: string) => Boolean(parties.variables[name])
  const usable = ways.filter(
    ({ blueprint, blueprintVariable, phrase, credential }) =>
      has(blueprintVariable) &&
      credential.every(has) &&
      (phrase !== managedIdentity || parties.directory.usualCredential(blueprint) === phrase),
  )
  return agents.flatMap(([blueprint, agent, agentVariable]) => {
    if (!has(agentVariable)) return []
    const [first, ...others] = usable.filter((one) => one.blueprint === blueprint)
    if (!first) return []
    const isBase = agent === 'Booking'
    if (!isBase) return [t1Leg(parties, first, agent, agentVariable, false)]
    return [
      t1Leg(parties, first, agent, agentVariable, true),
      redemptionLeg(parties, first, agent, agentVariable),
      ...others.map((other) => t1Leg(parties, other, agent, agentVariable, false)),
      ...peopleLegs(parties, {
        variables: [agentVariable, first.blueprintVariable, 'AGENTID_TENANT_ID'],
        askForT1: () => askForT1(parties, first, agent),
      }),
    ]
  })
}

function t1Leg(
  parties: Parties,
  way: Way,
  agent: AgentName,
  agentVariable: string,
  isBase: boolean,
): Leg {
  const { blueprintVariable, credential } = way
  return {
    name: `T1 for ${agentVariable} with ${credential.join(' and ')}`,
    variables: [...credential, blueprintVariable, agentVariable, 'AGENTID_TENANT_ID'],
    isBase,
    ask: () => askForT1(parties, way, agent),
  }
}

function redemptionLeg(parties: Parties, way: Way, agent: AgentName, agentVariable: string): Leg {
  const { request, directory } = parties
  return {
    name: `a token of ${agentVariable} for AGENTID_SCOPE`,
    variables: [agentVariable, 'AGENTID_SCOPE', way.blueprintVariable, 'AGENTID_TENANT_ID'],
    isBase: true,
    ask: async () => {
      const t1 = await askForT1(parties, way, agent)
      if (t1.token === undefined) return t1
      const scope = `${directory.address('Microsoft Graph')}/.default`
      return answerTo(
        request,
        redemptionRequest(directory, { client: agent, scope, assertion: t1.token }),
      )
    },
  }
}

async function askForT1(
  { request, directory }: Parties,
  { blueprint: client, phrase, credential }: Way,
  agent: AgentName,
): Promise<Answer> {
  const nowSeconds = Math.floor(Date.now() / 1000)
  const prover = { directory, client, tenant: 'Contoso', nowSeconds, request } as const
  const proof = await present(phrase, prover).catch((error: unknown) => {
    if (error instanceof TargetUnreachable) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new TargetUnreachable(`${credential.join(' and ')} cannot be used: ${reason}`)
  })
  return answerTo(
    request,
    t1Request(directory, { client, fmiPath: directory.clientId(agent), proof }),
  )
}

/** Any answer shows that Microsoft Graph is there; 401 to the token of an administrator shows that it is stale. */
export async function askGraph(request: Send, directory: Directory, token: string | undefined) {
  const call = { method: 'GET', path: '/servicePrincipals?$top=1&$select=id' } as const
  return answerTo(request, graphRequest(directory, call, token))
}
