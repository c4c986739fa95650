import { html } from 'hono/html'
import { chooseTenant } from '../mock/choose-tenant.ts'
import { MockProblem, type Requests } from '../mock/open-mock.ts'
import type { Html } from '../page/html.ts'
import { readRequest } from '../request/read-request.ts'
import { keyOf } from '../request/what-of.ts'
import type { ViewParts } from '../view-parts.ts'
import { type StepName, steps } from './flows.ts'
import { type Cast, requestOf } from './request-of.ts'

type Fields = Readonly<Record<string, string>>

/** The tokens that the steps got stay here: the page never sees one. */
export type Purse = Map<string, Map<StepName, string>>

const mostPlayers = 100

/** Sends the request of one step, and shows it as the journal has it. */
export async function runStep(fields: Fields, parts: ViewParts, purse: Purse): Promise<Html> {
  const { mock } = parts
  const step = stepNamed(fields.step)
  const { tenant } = await chooseTenant(fields.tenant, mock)
  const blueprint = tenant.blueprints.find(({ appId }) => appId === fields.blueprint)
  const agent = tenant.agentIdentities.find(({ id }) => id === fields.agent)
  if (!blueprint || !agent) throw new MockProblem('choose a blueprint and one of its agents')
  const tokens = tokensOf(purse, [tenant.tenantId, blueprint.appId, agent.id].join(' '))
  const broken = fields.broken ?? ''
  if (step === 'person') return signIn(broken, { tenant, blueprint, agent, tokens }, parts, tokens)
  const form = requestOf(step, broken, { tenant, blueprint, agent, tokens })
  const id = crypto.randomUUID()
  const response = await mock.fetch(
    `/${tenant.tenantId}/oauth2/v2.0/token?client-request-id=${id}`,
    { method: 'POST', body: new URLSearchParams(form) },
  )
  const answer = (await response.json().catch(() => ({}))) as { readonly access_token?: string }
  if (broken === '' && answer.access_token !== undefined) tokens.set(step, answer.access_token)
  const { requests } = await mock.read<Requests>(`/requests?tenant=${tenant.tenantId}&last=20`)
  const entry = requests.findLast(({ correlationId }) => correlationId === id)
  if (!entry) throw new MockProblem('the journal did not keep this request')
  return readRequest(keyOf(entry), parts)
}

/** The control API makes the token of a person, as if an application had got it at the sign-in page. */
async function signIn(
  broken: string,
  { tenant, blueprint }: Cast,
  { mock, explainer, now }: ViewParts,
  tokens: Map<StepName, string>,
): Promise<Html> {
  const person = tenant.users.find(
    ({ identityParentId, directoryRoles }) =>
      identityParentId === undefined && directoryRoles.length === 0,
  )
  const [application] = tenant.applications
  if (!person || !application) throw new MockProblem('the tenant needs a person and an application')
  const { token } = await mock.read<{ token: string }>(`/tokens?tenant=${tenant.tenantId}`, {
    method: 'POST',
    body: {
      kind: 'user',
      user: person.id,
      client: application.appId,
      audience: blueprint.appId,
      ...(broken === 'expired' && { lifetimeSeconds: -3600 }),
    },
  })
  tokens.set('person', token)
  const known = explainer.ofText(token, now())
  return html`<h2 tabindex="-1" data-focus>${person.displayName} signed in to ${application.displayName}</h2><p class="lead">${application.displayName} holds a token of ${person.displayName} for ${blueprint.displayName}. ${known.kind === 'token' ? known.token.description : ''}</p>`
}

function stepNamed(name = ''): StepName {
  if (Object.hasOwn(steps, name)) return name as StepName
  throw new MockProblem('there is no such step')
}

function tokensOf(purse: Purse, player: string): Map<StepName, string> {
  const found = purse.get(player) ?? new Map<StepName, string>()
  if (purse.size >= mostPlayers && !purse.has(player)) purse.clear()
  purse.set(player, found)
  return found
}
