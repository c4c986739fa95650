import { Difference } from '../../engine/outcomes/difference.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import type { Answer } from '../../engine/requests/answer.ts'
import type { WireRequest } from '../../engine/requests/wire-request.ts'

const secretParameters = [
  'client_secret',
  'client_assertion',
  'assertion',
  'user_federated_identity_credential',
  'refresh_token',
]
/** A part of a credential of this length is no coincidence. */
const telling = 12

/** @throws {Difference} where a refusal repeats a credential of its request, in any spelling, or a part of it */
export function expectSecrecy({ status, text, headers }: Answer, sent: WireRequest): void {
  if (status < 400) throw new NotTestable('the target did not refuse the request')
  const answered = [text, unescaped(text), ...headers.values()].join('\n')
  for (const [name, value] of secretsOf(sent)) {
    const isRepeated = spellings(value).some((one) => repeats(answered, one))
    if (isRepeated) throw new Difference('the refusal', `does not repeat ${name}`, 'repeats it')
  }
}

function secretsOf({ parameters, headers }: WireRequest): readonly (readonly [string, string])[] {
  const { authorization = '' } = headers
  const [, basic = ''] = authorization.split(' ')
  const [, password = ''] = Buffer.from(basic, 'base64').toString().split(':')
  const sent = parameters.filter(([name]) => secretParameters.includes(name))
  return [
    ...sent,
    ['the credentials of HTTP Basic', basic] as const,
    ['the client secret', decodeURIComponent(password)] as const,
  ].filter(([, value]) => value !== '')
}

function spellings(value: string): readonly string[] {
  const bytes = Buffer.from(value)
  return [
    value,
    encodeURIComponent(value),
    new URLSearchParams([['', value]]).toString().slice(1),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
}

function repeats(text: string, value: string): boolean {
  if (value.length <= telling) return text.includes(value)
  for (let at = 0; at + telling <= value.length; at += 1) {
    if (text.includes(value.slice(at, at + telling))) return true
  }
  return false
}

/** What a JSON text says, without its escapes. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\(.)/g, '$1')
}
