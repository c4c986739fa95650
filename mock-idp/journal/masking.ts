import { findSecrets } from '../../wire/find-secrets.ts'
import { hideInJson } from '../../wire/known-values/hide-in-json.ts'
import type { KnownValues } from '../../wire/known-values/known-values.ts'
import { isTellingName } from '../../wire/telling-names.ts'
import { isJwtLike, joseIn, privateKeysIn } from '../../wire/token-shapes.ts'

/** Names under which a credential of OAuth has no place in a URL. */
const credentialName = /secret|password|assertion|token|credential|^code$|_key$/i
const harmlessName = /^(client_assertion_type|requested_token_use|(\w+_)?token_type)$/
/** What a client sends that forgot to fill a parameter in. It is no secret, and it must be seen. */
const unfilled: readonly string[] = ['', 'undefined', 'null', 'NaN', '[object Object]']

const parameterName = /^[a-z][\w-]{0,39}$/i
const parametersOfTheProtocol: ReadonlySet<string> = new Set([
  'assertion',
  'claims',
  'client_assertion',
  'client_assertion_type',
  'client_id',
  'client_info',
  'client_secret',
  'fmi_path',
  'grant_type',
  'requested_token_use',
  'resource',
  'scope',
])

export function isProtocolName(name: string): boolean {
  return parametersOfTheProtocol.has(name)
}

export const masked = '***'

/** A parameter as the journal may keep it: secrets, assertions and tokens are gone. */
export function maskParameter(name: string, value: string): string {
  if (unfilled.includes(value)) return value
  return isTellingName(name) || isSecret(name, value) || privateKeysIn(value).length > 0
    ? masked
    : value
}

/** Whether a parameter is a credential, an assertion or a token, by its name or its shape. */
export function isSecret(name: string, value: string): boolean {
  if (unfilled.includes(value)) return false
  if (credentialName.test(name) && !harmlessName.test(name)) return true
  return isJwtLike(value) || joseIn(value, { strictly: true }).length > 0
}

/** All parameters as the journal may keep them, in their order. */
export function maskAll(parameters: Iterable<readonly [string, string]>): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [name, value] of parameters) shown[maskName(name, value)] = maskParameter(name, value)
  return shown
}

/** What was received, without known secrets, tokens, private keys and values of telling names, wherever they stand. */
export function hideSecrets<Value>(value: Value, known: KnownValues): Value {
  return hideInJson(value, findSecrets(known), masked)
}

/**
 * The name of a parameter as the journal may keep it. A body that is not a form, and the rest of a secret behind
 * a bare `&`, read as names; they look like none, or have no value.
 */
export function maskName(name: string, value: string): string {
  if (parametersOfTheProtocol.has(name)) return name
  return value !== '' && parameterName.test(name) ? name : masked
}

/** Each name once, as the journal may keep it. */
export function maskNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => maskName(name, 'a value')))]
}

/** The part of a JWT that may be shown: header and claims, which without the signature prove nothing. */
export function withoutSignature(value: string): string | undefined {
  return isJwtLike(value) ? value.slice(0, value.lastIndexOf('.')) : undefined
}

/** Longer ones are no names: RFC 1035 section 2.3.4. */
const longestLabel = 63

/** A host as the journal may keep it: what is too long for a name is something else, in letters of another case. */
export function maskHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.length > longestLabel ? masked : label))
    .join('.')
}
