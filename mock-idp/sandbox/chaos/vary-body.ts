import type { Turn } from './chaos.ts'
import type { Draws } from './draws.ts'

type Json = Readonly<Record<string, unknown>>

const mostUnknownMembers = 3
/** Values of every type of JSON: a client may stumble over one that it does not expect. */
const unknownValues: readonly unknown[] = [
  '',
  'text',
  0,
  -1.5,
  true,
  null,
  [],
  [{}],
  { a: { b: 1 } },
]
/** What a name that a client does not know begins with, so that a person knows where it is from. */
export const unknownPrefix = 'x_mock_chaos_'

const sentences = [
  'Something about this request was not as it must be.',
  'La demande n’a pas été acceptée; voir « aide ».',
  'The operation failed. Contact your administrator, or try <https://example.com/a?b=c&d=e>.',
  'Request rejected: {"reason": "AADSTS"}',
  'Ошибка',
] as const

/** The JSON of an answer as a client must understand it just as well. What is no JSON object stays as it is. */
export function varyBody(body: string, turn: Turn): string {
  if (!body.startsWith('{')) return body
  const draws = turn.draws('members')
  const known = varyProse(JSON.parse(body) as Json, turn)
  return JSON.stringify(reordered({ ...known, ...unknownMembers(draws) }, draws))
}

function unknownMembers(draws: Draws): Json {
  const count = draws.below(mostUnknownMembers + 1)
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${unknownPrefix}${at + 1}`,
      unknownValues[draws.below(unknownValues.length)],
    ]),
  )
}

/** Members of every object in another order; arrays keep theirs, which has a meaning. */
function reordered(value: unknown, draws: Draws): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, draws))
  if (typeof value !== 'object' || value === null) return value
  const members = draws.shuffle(Object.entries(value))
  return Object.fromEntries(members.map(([name, member]) => [name, reordered(member, draws)]))
}

/** Other words between the number of a refusal and its trace. */
function varyProse(body: Json, turn: Turn): Json {
  const description = body.error_description
  if (typeof description !== 'string') return body
  const said = /^(AADSTS\d+: ).*( Trace ID: .*)$/s.exec(description)
  if (!said) return body
  const [, number = '', trace = ''] = said
  const prose = sentences[turn.draws('prose').below(sentences.length)] ?? sentences[0]
  return { ...body, error_description: `${number}${prose}${trace}` }
}
