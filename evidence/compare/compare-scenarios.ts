import type { Exchange, ScenarioEvidenceFile } from '../format.ts'
import { compareAnswers, isClientError, isRefused } from './compare-exchange.ts'
import type { EvidenceDifference } from './difference.ts'

/** A scenario of the evidence, compared with the same one on the mock. */
export type ComparedScenario = {
  readonly title: string
  readonly rules: readonly string[]
  /** How many of its exchanges could be compared. */
  readonly compared: number
  /** Why none could. */
  readonly reason: string | undefined
  /** In the exchanges that its rule is about. */
  readonly own: readonly EvidenceDifference[]
  /** Of those, the ones in requests that either refused: all that a rule about refusing speaks of. */
  readonly ownRefused: readonly EvidenceDifference[]
  /** Whether the tenant refused each request that the mock refused, of those that its rule is about. */
  readonly refusesAlike: boolean
  /** How many exchanges that its rule is about were compared. */
  readonly ownCompared: number
  /** In what was asked on the way to them. */
  readonly onTheWay: readonly EvidenceDifference[]
  /** Rules under which its request is refused. */
  readonly refusedUnder: readonly string[]
}

export function compareScenario(
  live: ScenarioEvidenceFile,
  mock: ScenarioEvidenceFile | undefined,
): ComparedScenario {
  const pairs = mock ? pairsOf(live.exchanges, mock.exchanges) : []
  const ownIndexes = mock ? ownExchanges(mock) : []
  const compared = pairs.map(([a, b], index) => ({
    isOwn: ownIndexes.includes(index),
    wasRefused: isRefused(a.answer) || isRefused(b.answer),
    refusesAlike: isClientError(a.answer) === isClientError(b.answer),
    differences: compareAnswers(a.answer, b.answer),
  }))
  const own = compared.filter(({ isOwn }) => isOwn)
  const ownRefused = own.filter(({ wasRefused }) => wasRefused)
  const outcome = mock ? compareOutcomes(live, mock, compared) : []
  return {
    title: live.title,
    rules: live.rules,
    compared: pairs.length,
    reason: pairs.length > 0 ? undefined : reasonFor(live, mock),
    own: [...differencesIn(own), ...(own.length > 0 ? outcome : [])],
    ownRefused: [...differencesIn(ownRefused), ...(ownRefused.length > 0 ? outcome : [])],
    refusesAlike: own.every(({ refusesAlike }) => refusesAlike),
    ownCompared: own.length,
    onTheWay: differencesIn(compared.filter(({ isOwn }) => !isOwn)),
    refusedUnder: live.steps.flatMap(
      ({ text }) => /^the request is refused under rule "([^"]+)"$/.exec(text)?.[1] ?? [],
    ),
  }
}

type Compared = { readonly differences: readonly EvidenceDifference[] }

function differencesIn(compared: readonly Compared[]): readonly EvidenceDifference[] {
  return distinct(compared.flatMap(({ differences }) => differences))
}

/** A difference that no single answer shows: the tenant did not do what the scenario expects. */
function compareOutcomes(
  live: ScenarioEvidenceFile,
  mock: ScenarioEvidenceFile,
  compared: readonly Compared[],
): readonly EvidenceDifference[] {
  const isUnkept = live.status === 'failed' || live.status === 'observed'
  const isExplained = compared.some(({ differences }) => differences.length > 0)
  if (!isUnkept || mock.status !== 'passed' || isExplained) return []
  return [{ kind: 'outcome', where: '', live: live.status, mock: mock.status }]
}

type Pair = readonly [live: Exchange, mock: Exchange]

/** Pairs exchanges from the start while the requests match: a scenario ends where it fails. */
function pairsOf(live: readonly Exchange[], mock: readonly Exchange[]): readonly Pair[] {
  const pairs: Pair[] = []
  for (const [index, exchange] of live.entries()) {
    const other = mock[index]
    if (!other || !isSameRequest(exchange, other)) break
    pairs.push([exchange, other])
  }
  return pairs
}

function isSameRequest(a: Exchange, b: Exchange): boolean {
  const { request: one } = a
  const { request: other } = b
  return a.step === b.step && one.method === other.method && placeOf(one) === placeOf(other)
}

/** Microsoft Graph is a host of its own, and with a mock a path of the authority. */
function placeOf({ path }: Exchange['request']): string {
  return path.replace(/^(\{[^}]+\}|https:\/\/[^/]+)(?=\/)/, '')
}

/** What its rule is about: the answer to the last request of what happens, and what is looked up afterwards. */
function ownExchanges({ steps, exchanges }: ScenarioEvidenceFile): readonly number[] {
  const during = (keyword: string) =>
    [...exchanges.entries()].flatMap(([index, { step }]) =>
      steps[step - 1]?.keyword === keyword ? [index] : [],
    )
  const own = [...during('When').slice(-1), ...during('Then')]
  return own.length > 0 ? own : [...exchanges.keys()].slice(-1)
}

function reasonFor(live: ScenarioEvidenceFile, mock: ScenarioEvidenceFile | undefined): string {
  if (live.status === 'not testable') {
    const [missing] = live.missing
    return missing === undefined ? 'the scenario was not testable' : `${missing} was not set`
  }
  if (!mock) return 'this version does not have the scenario'
  return live.exchanges.length === 0
    ? 'the scenario sent no request'
    : 'the mock received a different request'
}

export function distinct(all: readonly EvidenceDifference[]): readonly EvidenceDifference[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}

export function keyOf({ kind, where, live, mock }: EvidenceDifference): string {
  return JSON.stringify([kind, where, live, mock])
}
