import { errorBody } from '../answers/error-body.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Answer, Exchange } from '../exchange/endpoint.ts'
import { AnsweredRefusal, pageEndpoint } from '../pages/page-endpoint.ts'
import { browserOf, demandSeveralFactors, type TenantExchange } from '../sign-in/browser.ts'
import { answerSignInPage } from '../sign-in/sign-in-page.ts'
import { checkSharedName } from '../token-endpoint/check-shared-name.ts'
import { satisfying } from '../token-endpoint/enforce-access-policies.ts'
import { type Client, findClient } from '../token-endpoint/find-client.ts'
import { findTenant } from '../token-endpoint/find-tenant.ts'
import { checkResourceParameter } from '../token-endpoint/resource-parameter.ts'
import type { World } from '../world.ts'
import { resolvePermissions } from './asked-permissions.ts'
import { checkAssignment } from './check-assignment.ts'
import { checkClient, checkRedirect, registrationOf } from './check-client.ts'
import { checkResponse } from './check-request.ts'
import { askConsent } from './consent.ts'
import { findSignedIn, type Person, signInHinted } from './find-signed-in.ts'
import { answerAuthorized } from './issue.ts'
import { needsSeveralFactors, readClaims } from './meet-policies.ts'
import { readClientId, readParameters } from './read-request.ts'
import { answerAtClient, type ReturnAddress, returnAddressOf } from './return-address.ts'

/** `GET` and `POST /{tenant}/oauth2/v2.0/authorize`: a person signs in and consents, and the client gets a code. */
export const authorizeEndpoint = pageEndpoint('authorize', decide)

/** Whoever is told of a refusal: the client, as soon as it is certain where the client is. Before that, the person. */
async function decide(opened: Exchange, world: World): Promise<Answer> {
  const parameters = readParameters(opened)
  const exchange = findTenant(opened)
  const client = findClient(readClientId(parameters, exchange), exchange, world)
  const returning = returnAddressOf(parameters, registrationOf(client))
  try {
    return await authorize(parameters, client, returning, exchange, world)
  } catch (error) {
    const isForClient = error instanceof Refusal && !(error instanceof AnsweredRefusal)
    if (!isForClient || !returning || isShownHere(error, parameters)) throw error
    throw new AnsweredRefusal(error, await tellClient(error, returning, exchange, world))
  }
}

function signInOf({ user, signedIn }: Person) {
  return { user, signIn: signedIn.signIn }
}

/** What Entra says on a page of its own although the client is known. */
const staysHere: readonly string[] = [
  'AUTHORIZE-CHALLENGE-SIZE',
  'LOGIN-OWN-FORM',
  'LOGIN-USER-KNOWN',
  'LOGIN-AGENT-USER',
  'LOGIN-USER-ENABLED',
]

/**
 * Whom Conditional Access blocks sees a page, and the client hears nothing (captured: public measurements, 2026-09).
 * A silent request shows no page.
 */
function isShownHere({ rule: { id } }: Refusal, parameters: ReadonlyMap<string, string>): boolean {
  const isSilent = parameters.get('prompt') === 'none'
  return staysHere.includes(id) || (id === 'ACCESS-POLICY-BLOCK' && !isSilent)
}

/** The order of the lines is the order of enforcement. */
async function authorize(
  parameters: ReadonlyMap<string, string>,
  client: Client,
  address: ReturnAddress | undefined,
  exchange: TenantExchange,
  world: World,
): Promise<Answer> {
  checkClient(client, parameters, exchange, world)
  const returning = checkRedirect(address, client, parameters, exchange)
  checkSharedName(client, exchange)
  const asked = checkResponse(parameters, registrationOf(client) ?? { details: {} }, exchange)
  const claims = readClaims(parameters, exchange)
  const permissions = resolvePermissions(asked.scope, client, exchange)
  const { resource } = permissions.requested.target
  checkResourceParameter(parameters.get('resource'), resource, exchange)
  const browser = browserOf(exchange, world)
  const loginHint = parameters.get('login_hint')
  const found = findSignedIn({ prompts: asked.prompts, loginHint }, browser, exchange, world)
  const addresses = addressesOf(parameters, exchange)
  const continueTo = addresses.withoutAccount
  if (!found) return answerSignInPage({ continueTo, userName: loginHint }, browser, exchange, world)
  checkAssignment([client.principal.appId, resource.appId], found.user, exchange)
  const { automatic } = world.facilitiesOf(exchange.tenant.id).signInSettings.current()
  const isAutomatic = automatic && Boolean(loginHint)
  const mustBeSilent = asked.prompts.has('none')
  const meeting = { person: signInOf(found), resource, claims, mustBeSilent }
  const mustStepUp = needsSeveralFactors(meeting, exchange)
  if (mustStepUp && !isAutomatic) {
    const demanding = demandSeveralFactors(found.browser, exchange, world)
    const userName = found.user.userPrincipalName
    return answerSignInPage({ continueTo, userName }, demanding, exchange, world)
  }
  const person = mustStepUp ? signInHinted(found.user.id, true, exchange, world) : found
  const { user, signedIn } = person
  const deciding = {
    client,
    person,
    permissions,
    returning,
    prompts: asked.prompts,
    isAutomatic,
    own: addresses.own,
    otherAccount: addresses.otherAccount,
  }
  const page = await askConsent(deciding, exchange, world)
  if (page) return page
  const withClientInfo = parameters.get('client_info') === '1'
  const signIn = satisfying(signedIn.signIn, claims.authenticationContexts)
  const authorized = { client, asked, user, signedIn: { ...signedIn, signIn }, withClientInfo }
  const answer = await answerAuthorized(authorized, returning, exchange, world)
  return { ...answer, headers: { ...answer.headers, ...person.browser.headers } }
}

function tellClient(
  refusal: Refusal,
  returning: ReturnAddress,
  exchange: TenantExchange,
  world: World,
): Promise<Answer> {
  const { error, error_description, error_uri } = errorBody(refusal, exchange)
  const { declinedConsent } = world.facilitiesOf(exchange.tenant.id).signInSettings.current()
  const ofRule: Readonly<Record<string, string>> = {
    'AUTHORIZE-CONSENT-GIVEN': declinedConsent,
    // `invalid_grant` is no error of an authorize request (OpenID Connect Core 1.0 section 3.1.2.6).
    'ACCESS-POLICY-BLOCK': 'interaction_required',
  }
  const answered = { error: ofRule[refusal.rule.id] ?? error, error_description, error_uri }
  return answerAtClient(returning, answered, world)
}

/** This request as an address, and the same request with other words in `prompt`. */
function addressesOf(parameters: ReadonlyMap<string, string>, { request }: TenantExchange) {
  const words = (parameters.get('prompt') ?? '').split(' ')
  const others = words.filter((one) => !['', 'login', 'select_account'].includes(one))
  const withPrompt = (prompt: readonly string[]) => {
    const query = new URLSearchParams([...parameters])
    if (prompt.length === 0) query.delete('prompt')
    else query.set('prompt', prompt.join(' '))
    return query
  }
  const other = withPrompt([...others, 'select_account'])
  other.delete('login_hint')
  const [own, withoutAccount] = [new URLSearchParams([...parameters]), withPrompt(others)]
  // Whoever signed in is not asked again for somebody else.
  withoutAccount.delete('login_hint')
  const at = (query: URLSearchParams) => `${request.path}?${query}`
  return { own: at(own), withoutAccount: at(withoutAccount), otherAccount: at(other) }
}
