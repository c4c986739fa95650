import { isJsonObject } from '../../wire/json-object.ts'
import { readJwt } from '../../wire/jwt.ts'
import { isPrivateMember } from '../../wire/private-jwk.ts'
import { isTellingName } from '../../wire/telling-names.ts'
import { type Form, isForm } from '../http/parse-form.ts'
import type { SeenRequest } from '../http/see-request.ts'
import type { AssertionView, EndpointName } from './journal.ts'
import {
  isProtocolName,
  maskAll,
  masked,
  maskHost,
  maskNames,
  withoutSignature,
} from './masking.ts'
import { shorten, shortenText } from './shorten.ts'
import { type SeenParts, seenParts } from './shown-request.ts'

type Parameters = Readonly<Record<string, string>>

/** What the journal keeps of a request until somebody reads it. */
export type KeptRequest = {
  readonly seen: SeenParts
  /** Undefined where those of the URL count. */
  readonly parameters: Parameters | undefined
  readonly repeated: readonly string[]
  /** The signed part of the client assertion. */
  readonly assertion: string | undefined
  /** The signed part of the token in the Authorization header. */
  readonly bearer: string | undefined
  /** The signed part of the token of a user, and of T2. */
  readonly userAssertion: string | undefined
  readonly userCredential: string | undefined
  /** What was too long, in words. */
  readonly cut: readonly string[]
}

/** Real ones have 2 000 characters. */
const longestAssertion = 32_768
const mostRepeated = 100

/** @param hide - takes known secrets out of a text that is too long to be kept whole */
export function keepRequest(
  kind: EndpointName,
  request: SeenRequest,
  hide: (text: string) => string,
): KeptRequest {
  const seen = seenParts(request)
  const query = shorten(seen.query, hide)
  const form = kind === 'managedIdentity' ? undefined : shorten(formOf(request), hide)
  const repeated = maskNames(request.form.repeated)
  const assertion = withoutSignature(request.form.parameters.get('client_assertion') ?? '')
  const isLong = (assertion?.length ?? 0) > longestAssertion
  const signedPart = (jwt: string | undefined) => {
    const unsigned = withoutSignature(jwt ?? '')
    return (unsigned?.length ?? 0) > longestAssertion ? undefined : unsigned
  }
  const { parameters } = request.form
  const short = (text: string) => shortenText(text, hide)
  return {
    seen: {
      ...seen,
      host: short(maskHost(seen.host)),
      path: short(seen.path),
      query: query.parameters,
      userAgent: seen.userAgent && short(seen.userAgent),
      contentType: seen.contentType && short(seen.contentType),
    },
    parameters: form?.parameters,
    repeated: repeated.slice(0, mostRepeated),
    assertion: isLong ? undefined : assertion,
    bearer: signedPart(bearerOf(request)),
    userAssertion: signedPart(parameters.get('assertion')),
    userCredential: signedPart(parameters.get('user_federated_identity_credential')),
    cut: [
      ...query.cut,
      ...(form?.cut ?? []),
      ...(isLong ? [`the assertion of ${assertion?.length} characters is left out`] : []),
      ...(repeated.length > mostRepeated
        ? [`${repeated.length - mostRepeated} more names of repeated parameters are left out`]
        : []),
    ],
  }
}

/** What is no form is read as one with strange names, in which a part of a secret can stand for a value. */
function formOf({ form, contentType }: SeenRequest): Parameters {
  const { parameters }: Form = form
  if (isForm(contentType ?? '')) return maskAll(parameters)
  return maskAll([...parameters].filter(([name]) => isProtocolName(name)))
}

export function bearerOf({ authorization = '' }: SeenRequest): string {
  return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''
}

/** Roughly how many characters a request takes up. */
export function charactersOf(kept: KeptRequest): number {
  const { seen, parameters, repeated, assertion, bearer, userAssertion, userCredential } = kept
  const { host, path, query, userAgent, contentType, method } = seen
  const named = [query, parameters ?? {}].flatMap((one) => Object.entries(one).flat())
  const tokens = [assertion, bearer, userAssertion, userCredential]
  const texts = [method, host, path, userAgent, contentType, ...tokens]
  return [...texts, ...repeated, ...named].reduce((sum, text) => sum + (text?.length ?? 0), 0)
}

/** The ids of the clients that a request names, in lower case. */
export function clientIdsOf(
  { seen, parameters, assertion }: KeptRequest,
  basicClientId: string | undefined,
): readonly string[] {
  const { iss, sub } = readAssertion(assertion)?.claims ?? {}
  const named = [parameters?.client_id, seen.query.client_id, basicClientId, iss, sub]
  return named.flatMap((name) => (typeof name === 'string' ? name.toLowerCase() : []))
}

function readAssertion(unsigned: string | undefined) {
  return unsigned === undefined ? undefined : readJwt(`${unsigned}.`)
}

/** Header and claims, without what is secret by the name of a member. */
export function viewAssertion(unsigned: string | undefined): AssertionView | undefined {
  const jwt = readAssertion(unsigned)
  return jwt && { header: withoutNamed(jwt.header, 0), claims: withoutNamed(jwt.claims, 0) }
}

/** Deeper ones are left out where the entry is written. */
const deepest = 64

function withoutNamed(value: unknown, depth: number): unknown {
  if (depth > deepest) return value
  if (Array.isArray(value)) return value.map((item) => withoutNamed(item, depth + 1))
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).map(([name, member]): [string, unknown] => {
    const isText = typeof member === 'string' && member !== ''
    const isHidden = isText && (isTellingName(name) || isPrivateMember(name, member))
    return [name, isHidden ? masked : withoutNamed(member, depth + 1)]
  })
  return Object.fromEntries(members)
}
