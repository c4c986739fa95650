import type {
  AgentName,
  BlueprintName,
  ClientName,
  ManagedIdentityName,
  PersonName,
  PublicClientName,
  ResourceName,
  TenantName,
} from '../../engine/cast/names.ts'
import { Difference, show } from '../../engine/outcomes/difference.ts'
import type { Answer, Claims } from '../../engine/requests/answer.ts'
import { type Context, expectValue, isLiteral } from './expected-value.ts'
import { withType } from './value-types.ts'

/** A token of one of many clients, and who they are. */
export type IssuedToken = {
  readonly name: string
  readonly client: ClientName | PublicClientName | ManagedIdentityName
  /** Of an agent identity, or T1 for one. */
  readonly agent?: AgentName
  /** Of the agent identity, or the client itself. */
  readonly blueprint?: BlueprintName
  readonly resource: ResourceName
  readonly tenant: TenantName
  /** Whom a token is about that is about somebody. */
  readonly user?: PersonName
  /** What the token claims with which the user called. */
  readonly session?: Claims
  /** Whether it was got by a refresh token. */
  readonly isRenewed?: boolean
  readonly answer: Answer
  readonly token: string
  readonly claims: Claims
}

type Values = Readonly<Record<string, unknown>>
type Rows = readonly (readonly string[])[]

/**
 * By the rows of a table: a member of each, and what it is. One wrong member is one difference, which names every
 * token that has it.
 * @throws {Difference} for the first of them
 */
export function expectEach(
  what: string,
  tokens: readonly IssuedToken[],
  valuesOf: (token: IssuedToken) => Values,
  rows: Rows,
  context: Context,
): void {
  for (const [member = '', words = ''] of rows) {
    const wrong = tokens.flatMap((one) => {
      const difference = differenceOf(() =>
        expectMember(valuesOf(one), member, words, one, context),
      )
      return difference ? [{ name: one.name, difference }] : []
    })
    failFor(`${what} ${member}`, wrong)
  }
}

/** @throws {Difference} unless the claim is what the words say */
export function expectClaim(claims: Claims, claim: string, words: string, context: Context): void {
  const [actual, what] = [claims[claim], `the claim ${claim}`]
  const [, same] = /^the same as its (\w+)$/.exec(words) ?? []
  if (same !== undefined) {
    if (actual === claims[same] && actual !== undefined) return
    throw new Difference(what, show(claims[same]), show(actual))
  }
  const [, other] = /^another than its (\w+)$/.exec(words) ?? []
  if (other !== undefined) {
    if (actual !== claims[other] && actual !== undefined) return
    throw new Difference(what, words, show(actual))
  }
  if (expectDistance(claims, claim, words)) return
  expectValue(what, actual, words, context)
  // A claim that is a text is a text: `1` is not `"1"`.
  if (isLiteral(words) && typeof actual !== 'string') {
    throw new Difference(what, `the text ${words}`, withType(actual))
  }
}

/** Whether the words are about how far the claim is from another. */
function expectDistance(claims: Claims, claim: string, words: string): boolean {
  const [, least, most = least, way, other = ''] = distanceWords.exec(words) ?? []
  if (least === undefined) return false
  const distance = (Number(claims[claim]) - Number(claims[other])) * (way === 'before' ? -1 : 1)
  const isWithin =
    distance >= Number(least) - toleranceSeconds && distance <= Number(most) + toleranceSeconds
  if (isWithin) return true
  const expected = most === least ? `${least} s` : `${least} to ${most} s`
  throw new Difference(`the claim ${claim} after the claim ${other}`, expected, `${distance} s`)
}

const distanceWords = /^(\d+)(?: to (\d+))? seconds (after|before) its (\w+)$/

/** Clocks of machines differ, and a tenant may round. */
const toleranceSeconds = 5

function expectMember(
  values: Values,
  member: string,
  words: string,
  token: IssuedToken,
  context: Context,
): void {
  expectClaim(values, member, ofToken(words, token), context)
}

/** What a table says of "its client" is said of the client of the token. */
function ofToken(words: string, token: IssuedToken) {
  const { client, agent, blueprint, resource, tenant, user } = token
  return words
    .replace('the object id of its client', `the object id of ${client} in ${tenant}`)
    .replace('its agent identity', agent ?? client)
    .replace('its blueprint', blueprint ?? client)
    .replace('its client', client)
    .replace('its user', user ?? client)
    .replace('its resource', resource)
    .replace('its tenant', tenant)
}

/** @throws {Difference} unless each has exactly these; a name that ends with `?` may be absent */
export function expectNames(
  what: string,
  tokens: readonly IssuedToken[],
  valuesOf: (token: IssuedToken) => Values,
  names: readonly string[],
  { isComplete }: { readonly isComplete: boolean },
): void {
  const known = names.map((name) => name.replace('?', ''))
  const needed = names.filter((name) => !name.endsWith('?'))
  const wrong = tokens.flatMap((one) => {
    const present = Object.keys(valuesOf(one))
    const missing = needed.filter((name) => !present.includes(name))
    const strange = isComplete ? present.filter((name) => !known.includes(name)) : []
    if (missing.length + strange.length === 0) return []
    const actual = [
      ...(missing.length > 0 ? [`without ${missing.join(', ')}`] : []),
      ...(strange.length > 0 ? [`with ${strange.join(', ')}`] : []),
    ].join(', and ')
    const expected = `${isComplete ? 'exactly' : 'at least'} ${needed.join(', ')}`
    return [{ name: one.name, difference: new Difference(what, expected, actual) }]
  })
  failFor(what, wrong)
}

/** @throws {Difference} where two that ought to differ do not */
export function expectAllDifferent(tokens: readonly IssuedToken[], claim: string): void {
  const seen = new Map<unknown, string>()
  for (const { name, claims } of tokens) {
    const value = claims[claim]
    const earlier = seen.get(value)
    if (value !== undefined && earlier === undefined) {
      seen.set(value, name)
      continue
    }
    const actual = earlier === undefined ? 'absent' : `as in ${earlier}`
    throw new Difference(`the claim ${claim} of ${name}`, 'another in every token', actual)
  }
}

/** @throws {Difference} unless the tokens of one party agree in it, and those of two differ */
export function expectOwn(
  tokens: readonly IssuedToken[],
  claim: string,
  partyOf = ({ client, tenant }: IssuedToken) => `${client} in ${tenant}`,
): void {
  const ofParty = new Map<string, unknown>()
  for (const token of tokens) {
    const party = partyOf(token)
    const value = token.claims[claim]
    const known = ofParty.get(party)
    const [other] = [...ofParty].find(([one, its]) => one !== party && its === value) ?? []
    const isRight = value !== undefined && other === undefined && (known ?? value) === value
    if (!isRight) {
      const actual = other === undefined ? show(value) : `${show(value)}, that of ${other}`
      throw new Difference(`the claim ${claim} of ${token.name}`, show(known ?? 'its own'), actual)
    }
    ofParty.set(party, value)
  }
}

type Wrong = { readonly name: string; readonly difference: Difference }

export function failFor(what: string, wrong: readonly Wrong[]): void {
  const [first] = wrong
  if (!first) return
  const { expected, actual } = first.difference
  throw new Difference(`${what} of ${wrong.map(({ name }) => name).join(', ')}`, expected, actual)
}

function differenceOf(act: () => void): Difference | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof Difference) return error
    throw error
  }
}
