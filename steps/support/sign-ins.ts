import { browserOf, parametersAt, tenantSegment } from './browser.ts'
import { filled, type Rows, returnAddress } from './sign-in-requests.ts'
import type { AgentIdWorld } from './world.ts'

type W = AgentIdWorld

/** Opens the page that the client sends a person to. A row "tenant" says where. */
export async function openPage(
  world: W,
  client: string,
  changes: Rows = {},
  inBody = false,
): Promise<void> {
  const { tenant = 'Contoso', ...others } = changes
  const query = await filled(world, {
    client_id: `{${client}}`,
    response_type: 'code',
    redirect_uri: returnAddress[client] ?? '',
    scope: 'User.Read openid offline_access',
    state: 'a state',
    ...others,
  })
  const path = `/${tenantSegment(world, tenant)}/oauth2/v2.0/authorize`
  const browser = browserOf(world)
  await (inBody ? browser.open(path, query) : browser.open(`${path}?${query}`))
}

export function shows(world: W, page: string): boolean {
  return browserOf(world).shown.html.includes(`data-testid="${page}"`)
}

/** Up to the page that asks for consent, or back to the client. */
export async function askToSignIn(world: W, client: string, person: string, changes: Rows = {}) {
  await openPage(world, client, changes)
  if (!shows(world, 'sign-in-page')) return
  await browserOf(world).press({ user: world.directory.userName(person as 'Bea') })
}

/** Up to the client, consenting where a page asks. */
export async function letIn(world: W, client: string, person: string, changes: Rows = {}) {
  await askToSignIn(world, client, person, changes)
  if (shows(world, 'consent-page')) await browserOf(world).press({ decision: 'accept' })
}

function isConfidential(client: string): client is 'Intranet' | 'Concierge' {
  return client === 'Intranet' || client === 'Concierge'
}

/** A row "Origin" is a header, and "tenant" the tenant that is asked; the others are of the form. */
export async function redeemCode(world: W, client: string, changes: Rows = {}): Promise<void> {
  const { Origin: origin, tenant = 'Contoso', ...others } = changes
  const code = parametersAt(browserOf(world).shown.location).get('code') ?? ''
  const form = await filled(world, {
    client_id: `{${client}}`,
    client_secret: isConfidential(client) ? world.directory.secret(client) : 'absent',
    grant_type: 'authorization_code',
    redirect_uri: returnAddress[client] ?? '',
    code,
    ...others,
    ...(others.code === 'with another end' && { code: withAnotherEnd(code) }),
  })
  await world.send({
    method: 'POST',
    path: `/${tenantSegment(world, tenant)}/oauth2/v2.0/token`,
    headers: origin === undefined ? {} : { origin },
    parameters: [...form],
  })
}

function withAnotherEnd(code: string): string {
  return `${code.slice(0, -1)}${code.endsWith('A') ? 'Q' : 'A'}`
}
