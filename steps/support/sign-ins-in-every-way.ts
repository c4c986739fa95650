import type { PersonName, PublicClientName, ResourceName } from '../../engine/cast/names.ts'
import { type Answer, claimsOf } from '../../engine/requests/answer.ts'
import type { IssuedToken } from '../expectations/each-token.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import { answerAtClient } from './answer-at-client.ts'
import { type Browser, switchBrowser } from './browser.ts'
import { askForCode, askForTokens, signInForDevice } from './devices.ts'
import { letIn, redeemCode } from './sign-ins.ts'
import type { AgentIdWorld } from './world.ts'

type Rows = Readonly<Record<string, string>>
type Way = {
  readonly name: string
  readonly client: 'Intranet' | PublicClientName
  /** What it adds when it sends a person to sign in. */
  readonly asked: Rows
  /** What it adds when it redeems the code. */
  readonly redeemed: Rows
  /** Of every request for tokens. */
  readonly always?: Rows
}

const challenge = { code_challenge: '{S256}', code_challenge_method: 'S256' }
const verifier = { code_verifier: '{verifier}' }
const page = { redirect_uri: 'http://localhost/desk' }

const ways: readonly Way[] = [
  { name: 'a web application', client: 'Intranet', asked: {}, redeemed: {} },
  {
    name: 'a web application that knows the person at once',
    client: 'Intranet',
    asked: { ...challenge, response_type: 'code id_token', response_mode: 'fragment' },
    redeemed: verifier,
  },
  { name: 'a program', client: 'Desk', asked: challenge, redeemed: verifier },
  {
    name: 'a page',
    client: 'Desk',
    asked: { ...challenge, ...page },
    redeemed: { ...verifier, ...page },
    always: { Origin: 'http://localhost' },
  },
  { name: 'a device', client: 'Kiosk', asked: {}, redeemed: {} },
]

/** What the application knew before it asked for tokens. */
export type SentBack = {
  readonly nonce: string | undefined
  /** The parameters with which the person came back. */
  readonly parameters: Rows
  /** The answer whose refresh token this answer renews. */
  readonly renewed: Answer | undefined
}

const sentBack = new WeakMap<Answer, SentBack>()

export function sentBackBefore({ answer }: IssuedToken): SentBack {
  const known = sentBack.get(answer)
  if (!known) throw new TypeError('nobody signed in for this token')
  return known
}

/** Two people sign in, each with a browser of their own, and their applications get tokens and renew them. */
export async function signInEverywhere(
  world: AgentIdWorld,
  resource: ResourceName,
  permission: string,
): Promise<void> {
  const scope = `${permission} openid profile offline_access`
  const browsers = new Map<PersonName, Browser>()
  const first: (readonly [Way, IssuedToken])[] = []
  for (const way of waysTo(resource)) {
    for (const person of ['Bea', 'Carlos'] as const) {
      const shared = switchBrowser(world, browsers.get(person))
      const token = await signInAt(world, way, { person, resource, scope })
      browsers.set(person, switchBrowser(world, shared))
      first.push([way, token])
      world.issued.push(token)
    }
  }
  // Each is renewed after somebody else has signed in.
  for (const [way, token] of first) world.issued.push(await renew(world, way, token, scope))
}

/** Devices are for Microsoft Graph alone: their application lists no other API. */
function waysTo(resource: ResourceName): readonly Way[] {
  return ways.filter(({ client }) => resource === 'Microsoft Graph' || client !== 'Kiosk')
}

type Asking = {
  readonly person: PersonName
  readonly resource: ResourceName
  readonly scope: string
}

async function signInAt(world: AgentIdWorld, way: Way, asking: Asking): Promise<IssuedToken> {
  const { person, resource, scope } = asking
  const nonce = `${person} at ${way.name}`
  if (way.client === 'Kiosk') {
    await askForCode(world, way.client, { scope })
    await signInForDevice(world, person)
    await askForTokens(world, { client_info: '1' })
    sentBack.set(world.answer, { nonce: undefined, parameters: {}, renewed: undefined })
  } else {
    await letIn(world, way.client, person, { scope, nonce, ...way.asked })
    const { parameters } = answerAtClient(world)
    await redeemCode(world, way.client, {
      code: parameters.code ?? '',
      client_info: '1',
      ...way.redeemed,
      ...way.always,
    })
    sentBack.set(world.answer, { nonce, parameters, renewed: undefined })
  }
  return issued(world, way, { person, resource, isRenewed: false })
}

async function renew(
  world: AgentIdWorld,
  way: Way,
  first: IssuedToken,
  scope: string,
): Promise<IssuedToken> {
  const { user: person = 'Bea', resource } = first
  await redeemCode(world, way.client, {
    grant_type: 'refresh_token',
    refresh_token: String(first.answer.body?.refresh_token),
    redirect_uri: 'absent',
    code: 'absent',
    scope,
    client_info: '1',
    ...way.always,
  })
  const { parameters } = sentBackBefore(first)
  sentBack.set(world.answer, { nonce: undefined, parameters, renewed: first.answer })
  return issued(world, way, { person, resource, isRenewed: true })
}

function issued(
  world: AgentIdWorld,
  { name: way, client }: Way,
  { person, resource, isRenewed }: Omit<Asking, 'scope'> & { readonly isRenewed: boolean },
): IssuedToken {
  const name = `the ${isRenewed ? 'renewed ' : ''}token of ${person} at ${way}`
  const { answer } = world
  const token = issuedToken(answer, `${name} is issued`)
  const claims = claimsOf(token)
  const earlier = world.issued.find(({ user }) => user === person)
  return {
    name,
    client,
    resource,
    tenant: 'Contoso',
    user: person,
    session: earlier?.claims ?? claims,
    isRenewed,
    answer,
    token,
    claims,
  }
}
