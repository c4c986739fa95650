import { enforce } from '../answers/enforce.ts'
import { parseBasic } from '../http/parse-basic.ts'
import { isForm } from '../http/parse-form.ts'
import { requestRules } from '../rules/request.ts'
import { type GrantType, grantTypes } from '../rules/stage.ts'
import { noRequestedClaims, type RequestedClaims, readRequestedClaims } from './requested-claims.ts'
import type { Session } from './session.ts'

/** A well-formed token request. */
export type TokenRequest = {
  readonly grantType: GrantType
  /** All that the form holds, for what is of one grant alone. */
  readonly parameters: ReadonlyMap<string, string>
  readonly clientId: string
  readonly scope: string
  /** Of the parameter `claims`. */
  readonly claims: RequestedClaims
  readonly fmiPath: string | undefined
  /** From the body or from HTTP Basic. */
  readonly secrets: readonly string[]
  readonly assertion: string | undefined
  readonly assertionType: string | undefined
  readonly basicClientDiffers: boolean
}

/** @throws {Refusal} under the first REQ rule that is broken */
export function checkForm({ request, examination }: Session): void {
  const { method, contentType = '', bodyTooLarge, form } = request
  enforce(
    requestRules.form,
    {
      method,
      contentType,
      bodyTooLarge,
      isForm: isForm(contentType),
      repeatedParameter: form.repeated[0],
      malformedParameter: form.malformedParameter,
    },
    examination,
  )
}

/** @throws {Refusal} under the first REQ rule that is broken */
export function parseRequest({ request, examination }: Session): TokenRequest {
  const { authorization, form } = request
  const { parameters } = form
  const basic = parseBasic(authorization)
  const grantType = sameGrant(parameters.get('grant_type'))
  const clientId = parameters.get('client_id') ?? basic?.clientId
  const scope = parameters.get('scope')
  const knownGrant = isSupported(grantType)
  const needsScope = !grantsWithoutScope.includes(grantType ?? '')
  const claims = readRequestedClaims(parameters.get('claims'))
  const facts = { grantType, clientId, scope, knownGrant, needsScope }
  enforce(requestRules.parameters, facts, examination)
  enforce(requestRules.claims, { claimsAreObject: claims !== undefined }, examination)
  const secrets = [parameters.get('client_secret'), basic?.secret]
  return {
    grantType: knownGrant ? grantType : 'client_credentials',
    parameters,
    clientId: sameCase(clientId),
    scope: scope ?? '',
    claims: claims ?? noRequestedClaims,
    fmiPath: parameters.get('fmi_path'),
    secrets: secrets.filter((secret): secret is string => Boolean(secret)),
    assertion: parameters.get('client_assertion') || undefined,
    assertionType: parameters.get('client_assertion_type'),
    basicClientDiffers: basic !== undefined && sameCase(basic.clientId) !== sameCase(clientId),
  }
}

/** MSAL for JavaScript, Java and .NET call the grant of RFC 8628 by its name in the drafts. */
function sameGrant(grantType: string | undefined): string | undefined {
  return grantType === 'device_code' ? 'urn:ietf:params:oauth:grant-type:device_code' : grantType
}

/** What they stand for was asked for before. */
const grantsWithoutScope: readonly string[] = [
  'authorization_code',
  'refresh_token',
  'urn:ietf:params:oauth:grant-type:device_code',
]

/** The directory spells every id in lower case. */
function sameCase(clientId = ''): string {
  return clientId.toLowerCase()
}

function isSupported(grantType: string | undefined): grantType is GrantType {
  return grantTypes.some((supported) => supported === grantType)
}
