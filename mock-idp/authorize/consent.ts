import { enforce } from '../answers/enforce.ts'
import { Refusal } from '../answers/refusal.ts'
import { consentChanges, maySpeakForOrganization } from '../directory/consent.ts'
import { originOfRedirect } from '../directory/redirect-uris.ts'
import { graphAppId } from '../directory/resource.ts'
import { findResource } from '../directory/tenant.ts'
import type { Answer } from '../exchange/endpoint.ts'
import { answerPage } from '../pages/answer-page.ts'
import { AnsweredRefusal } from '../pages/page-endpoint.ts'
import { authorizePersonRules } from '../rules/authorize-person.ts'
import { enforceOwnForm, type TenantExchange } from '../sign-in/browser.ts'
import type { Client } from '../token-endpoint/find-client.ts'
import type { World } from '../world.ts'
import { type AskedPermissions, type ConsentLeft, consentLeft } from './asked-permissions.ts'
import { approvalPage, consentPage } from './consent-page.ts'
import type { Person } from './find-signed-in.ts'
import { answerAtClient, type ReturnAddress } from './return-address.ts'

/** A request on which a person may have to decide. */
export type Deciding = {
  readonly client: Client
  readonly person: Person
  readonly permissions: AskedPermissions
  readonly prompts: ReadonlySet<string>
  readonly returning: ReturnAddress
  /** Whether consent is given without a page, because the person came by a hint. */
  readonly isAutomatic: boolean
  /** Path and query of this very request, and of the same that asks for the account. */
  readonly own: string
  readonly otherAccount: string
}

/**
 * The page on which the person decides; undefined where there is nothing (more) to decide.
 * @throws {Refusal} under AUTHORIZE-SILENT-CONSENT, AUTHORIZE-ADMIN-APPROVAL or AUTHORIZE-CONSENT-GIVEN
 */
export async function askConsent(
  deciding: Deciding,
  exchange: TenantExchange,
  world: World,
): Promise<Answer | undefined> {
  const { client, person, permissions, prompts } = deciding
  const left = consentLeft(permissions, client, person.user, exchange.tenant)
  const decision = decisionIn(exchange)
  if (decision) enforceOwnForm(person.browser, exchange)
  const isAsked = left.isNeeded || prompts.has('consent')
  if (!isAsked && !decision) return undefined
  const isAdministrator = maySpeakForOrganization(person.user)
  const forAdministrators = left.permissions.some(({ isAdmin }) => isAdmin)
  const facts = {
    clientId: client.principal.appId,
    clientName: client.principal.displayName,
    mustBeSilent: prompts.has('none'),
    isNeeded: isAsked,
    needsAdministrator: forAdministrators && !isAdministrator,
    isDeclined: decision === 'decline',
  }
  try {
    enforce(authorizePersonRules.consent, facts, exchange.examination)
  } catch (error) {
    if (!(error instanceof Refusal) || error.rule.aadsts !== 90094) throw error
    throw new AnsweredRefusal(
      error,
      await answerApproval(decision, deciding, left, exchange, world),
    )
  }
  if (decision !== 'accept' && !deciding.isAutomatic) {
    return answerConsentPage(deciding, left, isAdministrator, exchange, world)
  }
  const forAll =
    isAdministrator && exchange.request.form.parameters.get('for_organization') === 'yes'
  writeConsent(deciding, left, forAll, exchange, world)
  return undefined
}

type Decision = 'accept' | 'decline' | 'back'

/** What a form of a consent page says. A request of a client says nothing. */
function decisionIn({ request }: TenantExchange): Decision | undefined {
  if (request.method !== 'POST') return undefined
  const decision = request.form.parameters.get('decision')
  return decision === 'accept' || decision === 'decline' || decision === 'back'
    ? decision
    : undefined
}

/** The client hears of it only when the person goes back, and then no reason (captured). */
function answerApproval(
  decision: Decision | undefined,
  deciding: Deciding,
  left: ConsentLeft,
  exchange: TenantExchange,
  world: World,
): Promise<Answer> {
  const { returning, person } = deciding
  if (decision === 'back') return answerAtClient(returning, { error: 'access_denied' }, world)
  const page = approvalPage({
    ...whoAsks(deciding, exchange),
    permissions: left.permissions,
  })
  const formTargets = [originOfRedirect(returning.uri)]
  const { headers } = person.browser
  return answerPage(page, { status: 400, formTargets, headers }, world.platform)
}

function whoAsks(
  { client, person, permissions, own, otherAccount }: Deciding,
  { tenant }: TenantExchange,
) {
  return {
    tenantName: tenant.displayName,
    action: own,
    csrfToken: person.browser.session.csrfToken,
    clientName: client.principal.displayName,
    clientId: client.principal.appId,
    resourceName: permissions.requested.target.resource.displayName,
    user: person.user,
    otherAccount,
  }
}

function answerConsentPage(
  deciding: Deciding,
  left: ConsentLeft,
  mayConsentForAll: boolean,
  exchange: TenantExchange,
  world: World,
): Promise<Answer> {
  const { client, permissions, person, returning, prompts } = deciding
  const { requested, asked } = permissions
  const page = consentPage({
    ...whoAsks(deciding, exchange),
    blueprintName: client.kind === 'agentIdentity' ? client.blueprint?.displayName : undefined,
    permissions: prompts.has('consent') ? asked : left.permissions,
    openId: [...requested.openId],
    mayConsentForAll,
  })
  const formTargets = [originOfRedirect(returning.uri)]
  return answerPage(page, { formTargets, headers: person.browser.headers }, world.platform)
}

/** A grant for what was asked, and one of Microsoft Graph for OpenID Connect. */
export function writeConsent(
  {
    client,
    permissions,
    person,
  }: Pick<Deciding, 'client' | 'permissions'> & { readonly person: Pick<Person, 'user'> },
  left: ConsentLeft,
  forAll: boolean,
  { tenant }: TenantExchange,
  { directory, random }: World,
): void {
  const { target, openId } = permissions.requested
  const graph = findResource(tenant, graphAppId)
  const parties = { clientId: client.principal.id, userId: forAll ? undefined : person.user.id }
  const values = left.permissions.map(({ value }) => value)
  const isGraph = target.resource.appId === graphAppId
  const consents = isGraph
    ? [{ resourceId: target.resource.principalId, scopes: [...values, ...openId] }]
    : [
        { resourceId: target.resource.principalId, scopes: values },
        { resourceId: graph?.principalId ?? '', scopes: graph ? [...openId] : [] },
      ]
  for (const consent of consents) {
    const changes = consentChanges(tenant, { ...parties, ...consent }, random.guid)
    if (changes.length > 0) directory.change(tenant.id, changes)
  }
}
