import { enforce } from '../answers/enforce.ts'
import { errorBody } from '../answers/error-body.ts'
import { Refusal } from '../answers/refusal.ts'
import { checkRedirect, registrationOf } from '../authorize/check-client.ts'
import { findSignedIn, type Person } from '../authorize/find-signed-in.ts'
import { readClientId, readParameters } from '../authorize/read-request.ts'
import { type ReturnAddress, returnAddressOf } from '../authorize/return-address.ts'
import { maySpeakForOrganization } from '../directory/consent.ts'
import { originOfRedirect } from '../directory/redirect-uris.ts'
import type { Answer, Exchange } from '../exchange/endpoint.ts'
import { answerPage, pageHeaders } from '../pages/answer-page.ts'
import { AnsweredRefusal, pageEndpoint } from '../pages/page-endpoint.ts'
import { adminConsentRules } from '../rules/admin-consent.ts'
import { authorizeRules } from '../rules/authorize.ts'
import { browserOf, enforceOwnForm, type TenantExchange } from '../sign-in/browser.ts'
import { answerSignInPage } from '../sign-in/sign-in-page.ts'
import { checkSharedName } from '../token-endpoint/check-shared-name.ts'
import { type Client, findClient } from '../token-endpoint/find-client.ts'
import { findTenant } from '../token-endpoint/find-tenant.ts'
import type { World } from '../world.ts'
import { type AskedOfAdmin, askedOfAdmin } from './asked.ts'
import { adminConsentDonePage, adminConsentPage } from './page.ts'
import { writeAdminConsent } from './write.ts'

/**
 * `/{tenant}/v2.0/adminconsent`, and `/{tenant}/adminconsent` of version 1: an administrator allows something for
 * everybody (learn.microsoft.com/entra/identity-platform/v2-admin-consent).
 */
export const adminConsentEndpoint = pageEndpoint('adminConsent', decide)

/** Where the portal waits for the answer, whichever client it is (captured: joetanx/mslab permissions-and-consent.md). */
const portalUri = 'https://entra.microsoft.com/TokenAuthorize'

/** The order of the lines is the order of enforcement. */
async function decide(opened: Exchange, world: World): Promise<Answer> {
  const parameters = readParameters(opened)
  const exchange = findTenant(opened)
  const client = findClient(readClientId(parameters, exchange), exchange, world)
  checkClient(client, exchange, world)
  checkSharedName(client, exchange)
  const returning = returnAddressIn(parameters, client, exchange)
  const isLegacy = !exchange.request.path.endsWith('/v2.0/adminconsent')
  const asked = askedOfAdmin(parameters, isLegacy, { client, exchange })
  const browser = browserOf(exchange, world)
  const loginHint = parameters.get('login_hint')
  const person = findSignedIn({ prompts: new Set(), loginHint }, browser, exchange, world)
  const own = `${exchange.request.path}?${new URLSearchParams([...parameters])}`
  if (!person) {
    const asking = { continueTo: own, userName: loginHint }
    return answerSignInPage(asking, browser, exchange, world)
  }
  const deciding = { client, person, asked, returning, own, isAutomatic: Boolean(loginHint) }
  return answerDecision(deciding, exchange, world)
}

/** Agent identities get what they inherit; nobody consents for them. @throws {Refusal} under CONSENT-AGENT-INTERACTIVE */
function checkClient({ kind }: Client, { tenant, examination }: TenantExchange, world: World) {
  const { agentConsent } = world.facilitiesOf(tenant.id).signInSettings.current()
  const facts = { isBlueprint: kind === 'blueprint', asksForTokens: false }
  const isAgent = kind === 'agentIdentity'
  const agentsMayAsk = agentConsent === 'page'
  enforce(authorizeRules.client, { ...facts, isAgent, agentsMayAsk }, examination)
}

function returnAddressIn(
  parameters: ReadonlyMap<string, string>,
  client: Client,
  exchange: TenantExchange,
): ReturnAddress | undefined {
  if (parameters.get('redirect_uri') === portalUri) return undefined
  const found = returnAddressOf(parameters, registrationOf(client))
  return checkRedirect(found, client, parameters, exchange)
}

type Deciding = {
  readonly client: Client
  readonly person: Person
  readonly asked: AskedOfAdmin
  /** Undefined: the portal. */
  readonly returning: ReturnAddress | undefined
  readonly own: string
  readonly isAutomatic: boolean
}

async function answerDecision(
  deciding: Deciding,
  exchange: TenantExchange,
  world: World,
): Promise<Answer> {
  const { client, person, asked, returning } = deciding
  const { request, examination, tenant } = exchange
  const decision = request.form.parameters.get('decision')
  if (request.method === 'POST' && decision) enforceOwnForm(person.browser, exchange)
  const facts = {
    clientName: client.principal.displayName,
    isAdministrator: maySpeakForOrganization(person.user),
    isDeclined: decision === 'decline',
  }
  try {
    enforce(adminConsentRules.decision, facts, examination)
  } catch (error) {
    if (!(error instanceof Refusal) || !facts.isDeclined || !returning) throw error
    const { error: name, error_description: description } = errorBody(error, exchange)
    const error_description = inLines(description)
    throw new AnsweredRefusal(
      error,
      leadBack(returning, { error: name, error_description }, person),
    )
  }
  const { automatic } = world.facilitiesOf(tenant.id).signInSettings.current()
  const accepts = decision === 'accept' || (automatic && deciding.isAutomatic)
  if (!accepts) return answerAdminPage(deciding, exchange, world)
  writeAdminConsent(asked, client, exchange, world)
  const granted = { tenant: tenant.id, scope: request.query?.get('scope') ?? undefined }
  if (returning) return leadBack(returning, granted, person)
  const done = adminConsentDonePage(tenant.displayName, client.principal.displayName)
  return answerPage(done, { headers: person.browser.headers }, world.platform)
}

/** With a line for each id, as the documented answer has it. */
function inLines(description: string): string {
  return description.replace(/ (Trace ID|Correlation ID|Timestamp): /g, '\r\n$1: ')
}

/** `admin_consent` is `True` whatever was decided (documented). */
function leadBack(
  { uri, state }: ReturnAddress,
  answered: Readonly<Record<string, string | undefined>>,
  { browser }: Person,
): Answer {
  const named = Object.entries({ admin_consent: 'True', ...answered, state }).filter(
    (one): one is [string, string] => one[1] !== undefined,
  )
  const location = `${uri}${uri.includes('?') ? '&' : '?'}${new URLSearchParams(named)}`
  return { status: 302, headers: { ...pageHeaders, ...browser.headers, location }, body: null }
}

function answerAdminPage(
  { client, person, asked, returning, own }: Deciding,
  { tenant }: TenantExchange,
  { platform }: World,
): Promise<Answer> {
  const { user, browser } = person
  const { csrfToken } = browser.session
  const text = { tenantName: tenant.displayName, action: own, csrfToken, client, user, asked }
  const formTargets = returning ? [originOfRedirect(returning.uri)] : []
  return answerPage(adminConsentPage(text), { formTargets, headers: browser.headers }, platform)
}
