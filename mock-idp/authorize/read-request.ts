import { enforce } from '../answers/enforce.ts'
import type { Exchange } from '../exchange/endpoint.ts'
import { type Form, parseUrlEncoded } from '../http/parse-form.ts'
import { requestRules } from '../rules/request.ts'

/** The parameters of an authorize request, wherever they stand: in the URL, or in the form of a client. */
export function readParameters({ request, examination }: Exchange): ReadonlyMap<string, string> {
  const inUrl = parseUrlEncoded(rawQuery(request.url))
  const { parameters, repeated, malformedParameter }: Form =
    request.method === 'POST' && inUrl.parameters.size === 0 ? request.form : inUrl
  const facts = {
    method: request.method,
    contentType: request.contentType ?? '',
    isForm: true,
    bodyTooLarge: request.bodyTooLarge,
    repeatedParameter: repeated[0],
    malformedParameter,
  }
  enforce(ofAnyRequest, facts, examination)
  return parameters
}

/** What holds of a form holds of an address too. */
const ofAnyRequest = requestRules.form.filter(({ id }) =>
  ['REQ-SIZE', 'REQ-ENCODING', 'REQ-REPEATED'].includes(id),
)
const namesItsClient = requestRules.parameters.filter(({ id }) => id === 'REQ-CLIENT-ID')

/** @throws {Refusal} under REQ-CLIENT-ID */
export function readClientId(
  parameters: ReadonlyMap<string, string>,
  { examination }: Pick<Exchange, 'examination'>,
): string {
  const clientId = parameters.get('client_id')
  const facts = {
    grantType: undefined,
    clientId,
    scope: undefined,
    knownGrant: true,
    needsScope: false,
  }
  enforce(namesItsClient, facts, examination)
  return (clientId ?? '').toLowerCase()
}

function rawQuery(url: string): string {
  const [before = ''] = url.split('#', 1)
  const at = before.indexOf('?')
  return at === -1 ? '' : before.slice(at + 1)
}
