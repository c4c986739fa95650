import { enforce } from '../answers/enforce.ts'
import * as rules from '../rules/request.ts'
import { parseBasic } from './parse-basic.ts'
import { type Form, isForm, isMultipart, parseMultipart, parseUrlEncoded } from './parse-form.ts'
import type { Session } from './session.ts'
import type { TokenHttpRequest } from './token-http-request.ts'

/** A well-formed token request. */
export type TokenRequest = {
  readonly grantType: GrantType
  readonly clientId: string
  readonly scope: string
  readonly fmiPath: string | undefined
  /** From the body or from HTTP Basic. */
  readonly secrets: readonly string[]
  readonly assertion: string | undefined
  readonly assertionType: string | undefined
  readonly basicClientDiffers: boolean
}

const supportedGrants = ['client_credentials'] as const
export type GrantType = (typeof supportedGrants)[number]

/** Reads a body as a form, whatever type it has; whether it may be one is for {@link checkForm}. */
export async function readForm({ contentType, body }: TokenHttpRequest): Promise<Form> {
  return isMultipart(contentType) ? parseMultipart(body, contentType) : parseUrlEncoded(body)
}

/** @throws {Refusal} under the first REQ rule that is broken */
export function checkForm(form: Form, http: TokenHttpRequest, session: Session): void {
  enforce(
    [
      rules.methodIsPost,
      rules.bodyIsSmall,
      rules.bodyIsForm,
      rules.bodyIsEncoded,
      rules.parametersAreUnique,
    ],
    {
      method: http.method,
      contentType: http.contentType,
      bodyTooLarge: http.bodyTooLarge,
      isForm: isForm(http.contentType),
      repeatedParameter: form.repeated[0],
      malformedParameter: form.malformedParameter,
    },
    session.examination,
  )
}

/** @throws {Refusal} under the first REQ rule that is broken */
export function parseRequest(
  { parameters }: Form,
  authorization: string | undefined,
  session: Session,
): TokenRequest {
  const basic = parseBasic(authorization)
  const grantType = parameters.get('grant_type')
  const clientId = parameters.get('client_id') ?? basic?.clientId
  const scope = parameters.get('scope')
  const knownGrant = isSupported(grantType)
  enforce(
    [
      rules.grantTypeIsPresent,
      rules.grantIsSupported,
      rules.clientIdIsPresent,
      rules.scopeIsPresent,
    ],
    { grantType, clientId, scope, knownGrant },
    session.examination,
  )
  const secrets = [parameters.get('client_secret'), basic?.secret]
  return {
    grantType: knownGrant ? grantType : 'client_credentials',
    clientId: sameCase(clientId),
    scope: scope ?? '',
    fmiPath: parameters.get('fmi_path'),
    secrets: secrets.filter((secret): secret is string => Boolean(secret)),
    assertion: parameters.get('client_assertion') || undefined,
    assertionType: parameters.get('client_assertion_type'),
    basicClientDiffers: basic !== undefined && sameCase(basic.clientId) !== sameCase(clientId),
  }
}

/** The directory spells every id in lower case. */
function sameCase(clientId = ''): string {
  return clientId.toLowerCase()
}

function isSupported(grantType: string | undefined): grantType is GrantType {
  return supportedGrants.some((supported) => supported === grantType)
}
