import { jwtVerify } from 'jose'
import { documentsOf } from './provider-documents.ts'
import {
  type Agent,
  agents,
  type Blueprint,
  blueprints,
  objects,
  type Provider,
} from './provider-objects.ts'
import { type ProviderAnswer, Refused, refuse, succeed } from './provider-refusals.ts'
import { agentSubject, graphToken, t1Token, t2Token } from './provider-tokens.ts'

export type ProviderRequest = {
  readonly path: string
  readonly form: URLSearchParams
  /** The GUID by which the client knows the request, if it gave one. */
  readonly correlationId?: string | undefined
}

const exchange = [
  'api://AzureADTokenExchange/.default',
  'fb60f99c-7a34-4190-8149-302f77469936/.default',
]
const graph = [
  'https://graph.microsoft.com/.default',
  '00000003-0000-0000-c000-000000000000/.default',
]

const documentHeaders = {
  'access-control-allow-methods': 'GET, OPTIONS',
  'access-control-allow-origin': '*',
  'cache-control': 'max-age=86400, private',
  'content-type': 'application/json',
  'x-content-type-options': 'nosniff',
}

/** What the provider answers. It differs from the mock where a comment says so. */
export function createAnswers(provider: Provider) {
  return async ({ path, form, correlationId }: ProviderRequest): Promise<ProviderAnswer> => {
    const document = documentsOf(provider)[path]
    if (document) return { status: 200, headers: documentHeaders, body: document }
    try {
      return await answerTokenRequest(path, form, provider)
    } catch (error) {
      if (error instanceof Refused) return error.answer(provider, correlationId)
      throw error
    }
  }
}

async function answerTokenRequest(
  path: string,
  form: URLSearchParams,
  provider: Provider,
): Promise<ProviderAnswer> {
  if (path !== `/${objects.tenantId}/oauth2/v2.0/token`) refuse('TENANT-KNOWN')
  if (form.get('grant_type') !== 'client_credentials') refuse('REQ-GRANT')
  const clientId = form.get('client_id') ?? ''
  const blueprint = blueprints.find(({ id }) => id === clientId)
  const agent = agents.find(({ id }) => id === clientId)
  if (!blueprint && !agent) refuse('CLIENT-KNOWN')
  if (blueprint) {
    mustHaveSecret(form, blueprint)
    return succeed(await tokenForBlueprint(form, blueprint, provider))
  }
  return succeed(await tokenForAgent(form, agent ?? objects.booking, provider))
}

function mustHaveSecret(form: URLSearchParams, { secret }: Blueprint): void {
  const presented = form.get('client_secret')
  if (presented === null) refuse('CRED-PRESENT')
  if (presented !== secret) refuse('CRED-SECRET')
}

async function tokenForBlueprint(
  form: URLSearchParams,
  blueprint: Blueprint,
  provider: Provider,
): Promise<string> {
  const scope = form.get('scope') ?? ''
  if (!scope.endsWith('/.default')) refuse('SCOPE-DEFAULT')
  if (graph.includes(scope)) return graphToken(blueprint, provider)
  if (!exchange.includes(scope)) refuse('RESOURCE-KNOWN')
  const fmiPath = form.get('fmi_path')
  if (fmiPath === null) refuse('FMI-PRESENT')
  if (fmiPath === blueprint.id) return t1Token(blueprint, fmiPath, provider)
  const agent = agents.find(({ id }) => id === fmiPath?.toLowerCase())
  if (!agent) return refuse('FMI-KNOWN')
  if (agent.blueprintId !== blueprint.id) refuse('FMI-OWN-AGENT')
  return t1Token(blueprint, fmiPath ?? '', provider)
}

async function tokenForAgent(
  form: URLSearchParams,
  agent: Agent,
  provider: Provider,
): Promise<string> {
  const assertion = form.get('client_assertion')
  if (assertion === null) return refuse('CRED-PRESENT')
  const subject = await jwtVerify(assertion, provider.publicKey).then(
    ({ payload }) => payload.sub ?? '',
    () => refuse('T1-SIGNATURE'),
  )
  const parent = blueprints.find(({ id }) => id === agent.blueprintId) ?? objects.concierge
  if (!subject.startsWith(agentSubject(parent, ''))) refuse('T1-PARENT')
  if (subject !== agentSubject(parent, agent.id)) refuse('T1-AGENT')
  const scope = form.get('scope') ?? ''
  if (!scope.endsWith('/.default')) refuse('SCOPE-DEFAULT')
  if (exchange.some((one) => one.toLowerCase() === scope.toLowerCase())) {
    return t2Token(agent, provider)
  }
  if (!graph.includes(scope)) refuse('RESOURCE-KNOWN')
  return graphToken(agent, provider)
}
