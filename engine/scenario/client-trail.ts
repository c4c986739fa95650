import type { Trail } from '../../judge/index.ts'
import type { JournalEntry } from '../../mock-idp/index.ts'
import { readJwt } from '../../wire/jwt.ts'
import type { Directory } from '../cast/directory.ts'
import { knownValues } from '../cast/known-values.ts'
import { agentNames, blueprintNames, managedIdentityNames, tenantNames } from '../cast/names.ts'
import { harnessUserAgent } from '../requests/wire-request.ts'
import type { ClientSession } from './client-session.ts'
import type { SandboxControl } from './sandbox-control.ts'

/** A scenario in which a client acts. */
export type Acting = {
  readonly client: ClientSession
  readonly directory: Directory
  readonly control: SandboxControl
  /** What its output must not hold. */
  readonly secrets: readonly string[]
}

/** The trail of the client under test in this scenario. */
export async function clientTrail(acting: Acting): Promise<Trail> {
  const { client } = acting
  return {
    requests: await requestsOfTheClient(acting),
    asked: client.asked(),
    said: await client.said(),
    secrets: [...new Set([...acting.secrets, ...client.ownSecrets()])],
    strangeHosts: await client.strangeHosts(),
    contacts: await client.contacts(),
    authorities: client.authorities(),
  }
}

/** Oldest first, also those that went to another tenant or to none; not those of the scenario itself. */
export async function requestsOfTheClient({
  directory,
  control,
  client,
}: Omit<Acting, 'secrets'>): Promise<readonly JournalEntry[]> {
  const agents = client.asked().map(({ agentIdentity }) => agentIdentity)
  // A request to a path that nobody serves is found by the tokens that it carries, such as that of a person.
  const throughWhom = client.asked().map(({ userAssertion }) => holderOf(userAssertion))
  const ids = [...blueprintNames.map(directory.clientId), ...agents, ...throughWhom]
  const found = [
    ...(await control.allRequests()),
    ...(await Promise.all([...new Set(ids)].filter(isText).map(control.requestsOfClient))).flat(),
  ]
  const distinct = new Map(found.map((entry) => [`${entry.tenantId} ${entry.traceId}`, entry]))
  return [...distinct.values()]
    .filter(({ userAgent, endpoint }) => userAgent !== harnessUserAgent && endpoint !== 'forgery')
    .sort((a, b) => a.time.localeCompare(b.time) || a.sequence - b.sequence)
}

/** The application that a token was issued to. */
function holderOf(token = ''): string {
  const { azp, appid } = readJwt(token)?.claims ?? {}
  return String(azp ?? appid ?? '')
}

const isText = (id: string) => id.trim() !== ''

/** Whose the ids of the scenario are, for people who read its requests. */
export function namesOf({
  directory,
}: Pick<Acting, 'directory'>): Readonly<Record<string, string>> {
  const made = directory.madeTenants()
  const tenants = tenantNames.filter((name) => made.includes(directory.tenantId(name)))
  const clients = [...blueprintNames, ...agentNames, ...managedIdentityNames].filter(
    (name) => name !== 'Outpost' || tenants.includes('Fabrikam'),
  )
  return Object.fromEntries([
    ...tenants.map((name) => [directory.tenantId(name), name]),
    ...clients.flatMap((name) =>
      knownValues(() => directory.clientId(name)).map((id) => [id, name]),
    ),
  ])
}
