import { userIn } from '../../engine/cast/find-in-draft.ts'
import { Difference } from '../../engine/outcomes/difference.ts'
import { browserOf, tenantSegment, wordsOf } from './browser.ts'
import type { AgentIdWorld } from './world.ts'

type Rows = Readonly<Record<string, string>>

/** What a device without a browser was told when it asked for a code. */
type Told = { readonly deviceCode: string; readonly userCode: string; readonly client: string }

const devices = new WeakMap<AgentIdWorld, Told>()

/** A parameter that is "absent" is not sent; a row "tenant" names the tenant that is asked. */
async function post(world: AgentIdWorld, path: string, given: Rows): Promise<void> {
  const { tenant = 'Contoso', ...others } = given
  const fill = await wordsOf(world)
  const sent = Object.entries(others).filter(([, value]) => value !== 'absent')
  await world.send({
    method: 'POST',
    path: `/${tenantSegment(world, tenant)}/oauth2/v2.0/${path}`,
    headers: {},
    parameters: sent.map(([name, value]) => [name, fill(value)]),
  })
}

/** The device asks for a code, and remembers what it is told. */
export async function askForCode(world: AgentIdWorld, client: string, changes: Rows = {}) {
  const usual = { client_id: `{${client}}`, scope: 'User.Read openid offline_access' }
  await post(world, 'devicecode', { ...usual, ...changes })
  const { device_code: deviceCode, user_code: userCode } = world.answer.body ?? {}
  if (typeof deviceCode !== 'string' || typeof userCode !== 'string') return
  devices.set(world, { deviceCode, userCode, client })
}

function toldTo(world: AgentIdWorld): Told {
  const told = devices.get(world)
  if (!told) throw new Difference('the device', 'a device code', 'none')
  return told
}

/** The device asks whether its user has signed in. */
export function askForTokens(world: AgentIdWorld, changes: Rows = {}): Promise<void> {
  const { client, deviceCode } = toldTo(world)
  return post(world, 'token', {
    client_id: `{${client}}`,
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: deviceCode,
    ...changes,
  })
}

/** What the device shows is typed on the page for devices. */
export async function typeCode(world: AgentIdWorld, userCode?: string): Promise<void> {
  const browser = browserOf(world)
  await browser.open(`/${world.directory.tenantId('Contoso')}/oauth2/deviceauth`)
  await browser.press({ user_code: userCode ?? toldTo(world).userCode })
}

/** Signs a person in for the device, up to the page that tells which app asks. */
export async function comeForDevice(world: AgentIdWorld, person: string): Promise<void> {
  await typeCode(world)
  if (isShown(world, 'sign-in-page')) await pick(world, person)
}

export async function signInForDevice(world: AgentIdWorld, person: string): Promise<void> {
  await comeForDevice(world, person)
  await agree(world)
}

/** Says yes to every page that asks no more than that. */
export async function agree(world: AgentIdWorld): Promise<void> {
  const { press } = browserOf(world)
  if (isShown(world, 'device-confirm-page')) await press({ action: 'continue' })
  if (isShown(world, 'device-consent-page')) await press({ action: 'accept' })
  if (isShown(world, 'consent-page')) await press({ decision: 'accept' })
}

export function isShown(world: AgentIdWorld, page: string): boolean {
  return browserOf(world).shown.html.includes(`data-testid="${page}"`)
}

/** Picks a person on the sign-in page. */
export async function pick(world: AgentIdWorld, person: string): Promise<void> {
  await browserOf(world).press({ user: world.directory.userName(person as 'Bea') })
}

/** What an administrator is asked to allow for everybody. */
export async function askAdministrator(
  world: AgentIdWorld,
  client: string,
  person: string,
  changes: Rows,
): Promise<void> {
  const fill = await wordsOf(world)
  const usual = {
    client_id: `{${client}}`,
    redirect_uri: 'http://localhost/signed-in',
    scope: 'https://graph.microsoft.com/Mail.Read',
    state: 'a state',
  }
  const given = Object.entries({ ...usual, ...changes }).filter(([, value]) => value !== 'absent')
  const query = new URLSearchParams(given.map(([name, value]) => [name, fill(value)]))
  await browserOf(world).open(`/${world.directory.tenantId('Contoso')}/v2.0/adminconsent?${query}`)
  if (isShown(world, 'sign-in-page')) await pick(world, person)
}

/** A token of Microsoft Graph for somebody, with exactly these scopes. */
export async function graphTokenOf(world: AgentIdWorld, person: string, scopes: string) {
  let userId = ''
  await world.change('Contoso', (draft) => {
    userId = userIn(draft, person).id
  })
  const permissions = scopes.split(' ').filter((scope) => scope !== '')
  return world.control.graphToken({ userId, scopes: permissions })
}
