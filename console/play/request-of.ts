import type { Described, DescribedAgent, DescribedApplication } from '../mock/described.ts'
import { MockProblem } from '../mock/open-mock.ts'
import type { StepName } from './flows.ts'

/** Who plays, and what they hold by now. */
export type Cast = {
  readonly tenant: Described
  readonly blueprint: DescribedApplication
  readonly agent: DescribedAgent
  readonly tokens: ReadonlyMap<StepName, string>
}

type Form = Readonly<Record<string, string>>

const exchange = 'api://AzureADTokenExchange/.default'
const graph = 'https://graph.microsoft.com/.default'
const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const nobody = '99999999-9999-4999-8999-999999999999'

/** The form of a step as it should be, or broken in a named way. */
export function requestOf(step: StepName, broken: string, cast: Cast): Form {
  if (step === 't1') return without(t1Request(broken, cast))
  if (step === 'obo') return without(oboRequest(broken, cast))
  if (step === 'userFic') return without(userRequest(broken, cast))
  return without(redemption(step === 't2' ? exchange : graph, broken, cast))
}

function t1Request(broken: string, { blueprint, agent, tenant }: Cast) {
  const stranger = tenant.agentIdentities.find((one) => one.blueprint !== blueprint.appId)
  const paths: Readonly<Record<string, string | undefined>> = {
    stranger: stranger?.id ?? nobody,
    nobody: undefined,
  }
  return {
    client_id: blueprint.appId,
    client_secret: broken === 'secret' ? 'not-the-secret' : secretOf(blueprint),
    scope: broken === 'resource' ? graph : exchange,
    grant_type: 'client_credentials',
    fmi_path: broken in paths ? paths[broken] : agent.id,
  }
}

function redemption(scope: string, broken: string, cast: Cast) {
  const { agent, blueprint, tenant } = cast
  const other = tenant.agentIdentities.find(({ id }) => id !== agent.id)
  const clients: Readonly<Record<string, string>> = {
    other: other?.id ?? nobody,
    blueprint: blueprint.appId,
  }
  const t1 = held('t1', cast)
  return {
    client_id: clients[broken] ?? agent.id,
    client_assertion_type: jwtBearer,
    client_assertion: broken === 'signature' ? changeSignature(t1) : t1,
    scope: broken === 'two' ? `${scope} api://other/.default` : scope,
    grant_type: 'client_credentials',
  }
}

function oboRequest(broken: string, cast: Cast) {
  const person = held('person', cast)
  const assertions: Readonly<Record<string, string | undefined>> = {
    missing: undefined,
    mixed: held('t1', cast),
  }
  return {
    ...redemption(graph, '', cast),
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: broken in assertions ? assertions[broken] : person,
    requested_token_use: broken === 'use' ? undefined : 'on_behalf_of',
  }
}

function userRequest(broken: string, cast: Cast) {
  const { agent, tenant } = cast
  const own = tenant.users.find(({ identityParentId }) => identityParentId === agent.id)
  if (!own) throw new MockProblem(`${agent.displayName} has no user account: choose another agent`)
  const person = tenant.users.find(({ identityParentId }) => identityParentId === undefined)
  return {
    ...redemption(graph, '', cast),
    grant_type: 'user_fic',
    user_federated_identity_credential: held(broken === 'mixed' ? 't1' : 't2', cast),
    user_id: broken === 'person' ? (person?.id ?? nobody) : own.id,
  }
}

function secretOf({ secrets, displayName }: DescribedApplication): string {
  const [secret] = secrets
  if (secret) return secret.value
  throw new MockProblem(`${displayName} has no secret: make one in Directory`)
}

const earlier: Readonly<Partial<Record<StepName, string>>> = {
  t1: 'get T1 first',
  t2: 'get T2 first',
  person: 'let a person sign in first',
}

function held(step: StepName, { tokens }: Cast): string {
  const token = tokens.get(step)
  if (token !== undefined) return token
  throw new MockProblem(`Run the steps in order: ${earlier[step]}.`)
}

/** Every bit of the last whole byte but one is another. */
function changeSignature(token: string): string {
  const at = token.length - 6
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
}

function without(form: Readonly<Record<string, string | undefined>>): Form {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
