import { html } from 'hono/html'
import { chooseTenant } from '../mock/choose-tenant.ts'
import type { Described } from '../mock/described.ts'
import { type ConsoleMock, MockProblem } from '../mock/open-mock.ts'
import type { Html } from '../page/html.ts'

export type Made = { readonly tenantId: string; readonly node: string; readonly made: Html }
type Fields = Readonly<Record<string, string>>

/** Makes a tenant through the control API, or an agent identity or a secret through Microsoft Graph. */
export async function makeObject(fields: Fields, mock: ConsoleMock): Promise<Made> {
  if (fields.what === 'tenant') {
    const { tenantId } = await mock.read<{ tenantId: string }>('/tenants', { method: 'POST' })
    return { tenantId, node: '', made: said('Made a tenant like Contoso, under new ids.') }
  }
  const { tenant } = await chooseTenant(fields.tenant, mock)
  return fields.what === 'agent'
    ? makeAgent(fields, tenant, mock)
    : makeSecret(fields, tenant, mock)
}

async function makeAgent(fields: Fields, tenant: Described, mock: ConsoleMock): Promise<Made> {
  const { tenantId, users } = tenant
  const sponsor = users.find(({ directoryRoles }) => directoryRoles.length > 0)
  if (!sponsor) throw new MockProblem('the tenant has no administrator who could be the sponsor')
  const { id } = await askGraph(
    '/v1.0/servicePrincipals/microsoft.graph.agentIdentity',
    {
      displayName: fields.name,
      agentIdentityBlueprintId: fields.blueprint,
      'sponsors@odata.bind': [`https://graph.microsoft.com/v1.0/users/${sponsor.id}`],
    },
    tenantId,
    mock,
  )
  return { tenantId, node: String(id), made: said(`Made ${fields.name}. It may do nothing yet.`) }
}

async function makeSecret(
  { blueprint = '' }: Fields,
  tenant: Described,
  mock: ConsoleMock,
): Promise<Made> {
  const { tenantId, blueprints } = tenant
  const found = blueprints.find(({ appId }) => appId === blueprint)
  if (!found) throw new MockProblem('the tenant has no such blueprint')
  const { secretText } = await askGraph(
    `/v1.0/applications/${found.objectId}/addPassword`,
    { passwordCredential: { displayName: 'made in the console' } },
    tenantId,
    mock,
  )
  // Not written out, so that nobody reads it over a shoulder or in a picture. Only its button holds it, until the page goes.
  const made = html`<p class="made" role="status">Made a secret for ${found.displayName}. <button type="button" data-copy="${String(secretText)}">Copy it</button> The page does not show it, and the mock does not tell it again.</p>`
  return { tenantId, node: blueprint, made }
}

async function askGraph(
  path: string,
  body: unknown,
  tenantId: string,
  mock: ConsoleMock,
): Promise<Readonly<Record<string, unknown>>> {
  const { token } = await mock.read<{ token: string }>(`/graph-tokens?tenant=${tenantId}`, {
    method: 'POST',
    body: {},
  })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await mock.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = (await response.json()) as GraphAnswer
  if (response.ok) return answer
  throw new MockProblem(`Microsoft Graph refused it: ${answer.error?.message ?? response.status}`)
}

type GraphAnswer = Readonly<Record<string, unknown>> & {
  readonly error?: { readonly message?: string }
}

function said(text: string): Html {
  return html`<p class="made" role="status">${text}</p>`
}
