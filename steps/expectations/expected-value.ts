import type { Directory } from '../../engine/cast/directory.ts'
import {
  type AgentName,
  blueprintOf,
  type CastName,
  homeOf,
  isCastName,
  isTenantName,
  type PersonName,
} from '../../engine/cast/names.ts'
import { Difference, show } from '../../engine/outcomes/difference.ts'
import type { Answer } from '../../engine/requests/answer.ts'
import { agentSubject } from './agent-subject.ts'
import {
  isOfCloud,
  isSubject,
  issuersOf,
  isVersionOneIssuer,
  namesTenant,
  spellings,
} from './cloud-names.ts'
import { sameFacets } from './facets.ts'
import { memberAt } from './member-at.ts'
import { hasType, typeWords } from './value-types.ts'

type Expectation = {
  readonly fits: (actual: unknown) => boolean
  /** What the words stand for here, where they name it by somebody or by a time. */
  readonly value?: string
}
type Words = RegExpExecArray
type Reader = (words: Words, context: Context) => Expectation
export type Context = {
  readonly directory: Directory
  readonly nowSeconds: number
  /** Version 1 issuers that the provider's own documents name. */
  readonly ownIssuers?: readonly string[]
}

/** What a cell of a table may say of a value. A new form is a line here; anything else is the text itself. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^absent$/, () => test((actual) => actual === undefined)],
  [/^present$/, () => test((actual) => actual !== undefined)],
  [/^hidden$/, () => test((actual) => actual === '***')],
  [
    /^the (?:client|application) id of (.+)$/,
    ([, name], { directory }) => is(directory.clientId(cast(name))),
  ],
  [
    /^the object id of (.+?)(?: in (\w+))?$/,
    ([, name, tenant], { directory }) => is(directory.objectId(cast(name), tenantOf(tenant))),
  ],
  [
    /^the id of (.+)$/,
    ([, name = ''], { directory }) => is(directory.personId(name as PersonName)),
  ],
  [
    /^the user name of (.+)$/,
    ([, name = ''], { directory }) => is(directory.userName(name as PersonName)),
  ],
  [/^the address of (.+)$/, ([, name], { directory }) => is(directory.address(cast(name)))],
  [/^the tenant id of (\w+)$/, ([, name], { directory }) => is(directory.tenantId(tenantOf(name)))],
  [
    /^the version 2 issuer of (\w+)$/,
    ([, name], { directory }) => oneOf(issuersOf(directory, tenantOf(name)).v2),
  ],
  [
    /^the version 1 issuer of (\w+)$/,
    ([, name], { directory, ownIssuers = [] }) => {
      const tenant = tenantOf(name)
      const own = ownIssuers.filter((one) => namesTenant(one, directory.tenantId(tenant)))
      return oneOf([...issuersOf(directory, tenant).v1, ...own])
    },
  ],
  [
    /^a version 1 issuer of (\w+)$/,
    ([, name], { directory }) => test(isVersionOneIssuer(directory, tenantOf(name))),
  ],
  [
    /^the agent subject of (\w+)$/,
    ([, name], { directory }) => {
      const value = subjectOf(directory, cast(name) as AgentName)
      return { fits: isSubject(directory, value), value }
    },
  ],
  [
    /^the facets? (.+)$/,
    ([, list = '']) => test((actual) => sameFacets(actual, list.split(/[ ,]+/))),
  ],
  [/^the roles? (.+)$/, ([, list = '']) => test((actual) => sameSet(actual, list.split(/, ?/)))],
  [
    /^the scopes (.+)$/,
    ([, list = '']) => test((actual) => sameSet(String(actual).split(' '), list.split(' '))),
  ],
  [
    /^with (.+)$/,
    ([, one = '']) => test((actual) => Array.isArray(actual) && actual.includes(one)),
  ],
  [
    /^without (.+)$/,
    ([, one = '']) => test((actual) => !(Array.isArray(actual) && actual.includes(one))),
  ],
  [
    /^(\d+) seconds (ahead|ago)$/,
    ([, count, way], { nowSeconds }) =>
      isTime(nowSeconds + Number(count) * (way === 'ago' ? -1 : 1)),
  ],
  [typeWords, ([words = '']) => test(hasType(words))],
  [/^the (.+) of its cloud$/, ([, part = ''], { directory }) => test(isOfCloud(directory, part))],
  [
    /^matching (.+)$/,
    ([, pattern = '']) => test((actual) => new RegExp(pattern).test(show(actual))),
  ],
  [/^one of (.+)$/, ([, list = '']) => test((actual) => list.split(/, ?/).includes(show(actual)))],
]

/** @throws {Difference} unless the value is what the words say */
export function expectValue(what: string, actual: unknown, words: string, context: Context): void {
  for (const [pattern, reader] of readers) {
    const match = pattern.exec(words)
    if (!match) continue
    const { fits, value } = reader(match, context)
    if (fits(actual)) return
    throw new Difference(what, value === undefined ? words : `${words} (${value})`, show(actual))
  }
  const texts = spellings(words, context.directory)
  if (!texts.includes(show(actual))) throw new Difference(what, texts[0] ?? '', show(actual))
}

/** Whether a cell is the text itself. */
export function isLiteral(words: string): boolean {
  return !readers.some(([pattern]) => pattern.test(words))
}

/**
 * By the rows of a table: where a member is, and what it is.
 * @throws {Difference} where one is otherwise
 */
export function expectMembers(
  body: Answer['body'],
  rows: readonly (readonly string[])[],
  context: Context,
): void {
  for (const [path = '', words = ''] of rows) {
    expectValue(`the member ${path}`, memberAt(body, path), words, context)
  }
}

/** Requests take a moment, and clocks of machines differ. */
const toleranceSeconds = 30

function test(fits: Expectation['fits']): Expectation {
  return { fits }
}

function is(expected: string): Expectation {
  return { fits: (actual) => actual === expected, value: expected }
}

function isTime(expected: number): Expectation {
  const fits = (actual: unknown) => Math.abs(secondsOf(actual) - expected) <= toleranceSeconds
  return { fits, value: String(expected) }
}

/** Tokens count seconds since 1970; refusals and the journal write a date. */
function secondsOf(time: unknown): number {
  const isDate = typeof time === 'string' && time.includes(':')
  return isDate ? Date.parse(time) / 1000 : Number(time)
}

function oneOf(expected: readonly string[]): Expectation {
  const fits = (actual: unknown) => expected.some((one) => one === actual)
  return { fits, value: expected.join(' or ') }
}

function sameSet(actual: unknown, expected: readonly string[]): boolean {
  return Array.isArray(actual) && [...actual].sort().join() === [...expected].sort().join()
}

function subjectOf(directory: Directory, agent: AgentName): string {
  const tenantId = directory.tenantId(homeOf(agent))
  return agentSubject(tenantId, directory.clientId(blueprintOf(agent)), directory.clientId(agent))
}

function cast(name = ''): CastName {
  if (isCastName(name)) return name
  throw new TypeError(`the features have no '${name}'`)
}

function tenantOf(name = 'Contoso') {
  if (isTenantName(name)) return name
  throw new TypeError(`the features have no tenant '${name}'`)
}
