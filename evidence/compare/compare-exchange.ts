import type { Exchange, Value } from '../format.ts'
import { compareObjects, isOfDirectory } from './compare-objects.ts'
import type { EvidenceDifference } from './difference.ts'
import { isList, type Members, membersOf, namesIn } from './members.ts'
import { isSame, shown } from './same-value.ts'

type Answer = Exchange['answer']

/** Compares the tenant's and the mock's answers to the same request. */
export function compareAnswers(live: Answer, mock: Answer): readonly EvidenceDifference[] {
  const [ofLive, ofMock] = [membersOf(live.body), membersOf(mock.body)]
  if (isRefused(live) !== isRefused(mock)) {
    // If only one of the two refuses, nothing else is comparable.
    return [{ kind: 'status', where: '', live: summary(live), mock: summary(mock) }]
  }
  const status = live.status === mock.status ? [] : [statusDifference(live, mock)]
  return [
    ...status,
    ...differing('error', 'error', errorOf(ofLive), errorOf(ofMock)),
    ...differing('code', 'error_codes', ofLive.error_codes, ofMock.error_codes),
    ...compareTokens(ofLive.access_token, ofMock.access_token),
    ...(isOfDirectory(ofLive) && isOfDirectory(ofMock)
      ? compareObjects('', ofLive, ofMock)
      : compareMembers(
          'member',
          '',
          withoutRefusal(ofLive, ofMock),
          withoutRefusal(ofMock, ofLive),
        )),
    ...compareMembers('member', 'error: ', envelope(ofLive), envelope(ofMock)),
    ...compareBodies(live.body, mock.body),
    ...compareHeaders(live.headers, mock.headers),
  ]
}

/** No answer is none that grants anything. */
export function isRefused({ status }: Answer): boolean {
  return status >= 400 || status === 0
}

/** A refusal in the proper sense: neither silence nor a fault of the server. */
export function isClientError({ status }: Answer): boolean {
  return status >= 400 && status < 500
}

/** The error of OAuth 2.0, or the code in the envelope of Microsoft Graph. */
function errorOf({ error }: Members): Value | undefined {
  const { code } = membersOf(error)
  return code ?? error
}

/** The members of Microsoft Graph's error envelope, except the code. */
function envelope({ error }: Members): Members {
  const { code: _, ...others } = membersOf(error)
  return others
}

function compareBodies(live: Value, mock: Value): readonly EvidenceDifference[] {
  if (typeof live !== 'string' && typeof mock !== 'string') return []
  const told = (body: Value) => (typeof body === 'string' ? body : 'JSON')
  if (told(live) === told(mock)) return []
  return [{ kind: 'member shape', where: 'the body', live: told(live), mock: told(mock) }]
}

function statusDifference(live: Answer, mock: Answer): EvidenceDifference {
  return { kind: 'status', where: '', live: String(live.status), mock: String(mock.status) }
}

/** Status, error and number in one line. */
function summary({ status, body }: Answer): string {
  const members = membersOf(body)
  const { error_codes: codes, access_token: token } = members
  const error = errorOf(members)
  const numbers = Array.isArray(codes) ? codes.map(numbered) : []
  const parts = [status, ...(error === undefined ? [] : [shown(error)]), ...numbers]
  return [...parts, ...(token === undefined ? [] : ['a token'])].join(', ')
}

function numbered(code: Value): string {
  return `AADSTS${String(code)}`
}

function differing(
  kind: 'error' | 'code',
  name: string,
  live: Value | undefined,
  mock: Value | undefined,
): readonly EvidenceDifference[] {
  if (shown(live) === shown(mock)) return []
  const tell = (value: Value | undefined) =>
    Array.isArray(value) ? value.map(numbered).join(', ') : shown(value)
  return [{ kind, where: name, live: tell(live), mock: tell(mock) }]
}

/** Both compared before; description and page repeat the number, and where it differs, they do. */
function withoutRefusal(members: Members, others: Members): Members {
  const isOtherNumber = shown(members.error_codes) !== shown(others.error_codes)
  const compared = ['error', 'error_codes', 'access_token']
  const repeating = isOtherNumber ? ['error_description', 'error_uri'] : []
  return Object.fromEntries(
    Object.entries(members).filter(([name]) => ![...compared, ...repeating].includes(name)),
  )
}

function compareTokens(
  live: Value | undefined,
  mock: Value | undefined,
): readonly EvidenceDifference[] {
  const [a, b] = [membersOf(live), membersOf(mock)]
  if (a.claims === undefined || b.claims === undefined) {
    return compareMembers('member', '', { ...token(live) }, { ...token(mock) })
  }
  const signature = (value: Value | undefined) =>
    value === undefined ? {} : { 'the signature': value }
  return [
    ...compareMembers('claim', '', membersOf(a.claims), membersOf(b.claims)),
    ...compareMembers('claim', 'token header: ', membersOf(a.header), membersOf(b.header)),
    ...compareMembers('claim', '', signature(a.signature), signature(b.signature)),
  ]
}

function token(value: Value | undefined): Members {
  return value === undefined ? {} : { access_token: value }
}

function compareMembers(
  what: 'claim' | 'member',
  prefix: string,
  live: Members,
  mock: Members,
): readonly EvidenceDifference[] {
  return namesIn(live, mock).flatMap((name) => {
    const place = { what, name, where: `${prefix}${name}` }
    return compareValues(place, live[name], mock[name])
  })
}

type Place = {
  readonly what: 'claim' | 'member'
  readonly name: string
  readonly where: string
}

/** The innermost differences, so that a long value does not hide one. */
function compareValues(
  place: Place,
  live: Value | undefined,
  mock: Value | undefined,
): readonly EvidenceDifference[] {
  const { what, name, where } = place
  const told = { where, live: shown(live), mock: shown(mock) }
  if (live === undefined) return [{ kind: `${what} absent`, ...told }]
  if (mock === undefined) return [{ kind: `${what} present`, ...told }]
  if (isSame(name, live, mock)) return []
  if (isList(live) && isList(mock) && live.length === mock.length) {
    return live.flatMap((one, at) =>
      compareValues({ ...place, where: `${where}[${at}]` }, one, mock[at]),
    )
  }
  const [ofLive, ofMock] = [membersOf(live), membersOf(mock)]
  const areObjects = Object.keys(ofLive).length > 0 && Object.keys(ofMock).length > 0
  if (areObjects) return compareMembers(what, `${where}.`, ofLive, ofMock)
  return [{ kind: `${what} shape`, ...told }]
}

function compareHeaders(
  live: Answer['headers'],
  mock: Answer['headers'],
): readonly EvidenceDifference[] {
  return namesIn(live, mock)
    .filter((name) => live[name] !== mock[name])
    .map((name) => ({
      kind: 'header',
      where: name,
      live: shown(live[name]),
      mock: shown(mock[name]),
    }))
}
