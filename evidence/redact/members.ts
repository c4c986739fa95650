import { isJsonObject } from '../../wire/json-object.ts'
import { readJwt } from '../../wire/jwt.ts'
import type { Value } from '../format.ts'
import { type Treatment, treatments, unknownMembers } from '../members.ts'
import { type Redaction, redactText } from './text.ts'

/** The members of a JSON object, sorted: what is known by name by its treatment, and the shapes of the rest. */
export function redactMembers(
  members: Readonly<Record<string, unknown>>,
  redaction: Redaction,
): Readonly<Record<string, Value>> {
  const names = Object.keys(members).sort()
  const kept = names.filter((name) => redaction.steps.keepsMember(name))
  const unknown = names
    .filter((name) => !redaction.steps.keepsMember(name))
    .map((name) => redactAs('shape', members[name], redaction))
  return {
    ...Object.fromEntries(
      kept.map((name) => [
        name,
        redactAs(treatments.get(name) ?? 'shape', members[name], redaction),
      ]),
    ),
    ...(unknown.length > 0 && { [unknownMembers]: distinct(unknown) }),
  }
}

type ByText = (text: string, redaction: Redaction) => Value

const byText: Readonly<Record<Treatment, ByText>> = {
  text: redactText,
  set: redactText,
  number: (text, { steps }) => steps.shape(text),
  shape: (text, { steps }) => steps.shape(text),
  opaque: (text, { steps }) => steps.opaque(text),
  code: (text, { steps }) => steps.code(text),
  personal: (text, { steps }) => steps.personal(text),
  roles: (text, { steps }) => steps.role(text),
  secret: (text, { steps }) => steps.secret(text),
  time: (text, { steps }) => steps.shape(text),
  prose: (text, { steps }) => steps.prose(text),
  date: (text, { steps, sentAtSeconds }) => steps.date(text, sentAtSeconds),
  facets: (text, { steps }) => facetsOf(text) ?? steps.shape(text),
  token: redactToken,
}

export function redactAs(treatment: Treatment, value: unknown, redaction: Redaction): Value {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return byText[treatment](value, redaction)
  if (typeof value === 'number') return redactNumber(treatment, value, redaction)
  if (isJsonObject(value)) return redactMembers(value, redaction)
  if (!Array.isArray(value)) return 'shape:nothing'
  const items = value.map((item) => redactAs(treatment, item, redaction))
  return treatment === 'number' ? items : distinct(items)
}

function redactNumber(
  treatment: Treatment,
  value: number,
  { steps, sentAtSeconds }: Redaction,
): Value {
  if (treatment === 'time') return steps.time(value, sentAtSeconds)
  return treatment === 'number' ? steps.number(value) : steps.unknownNumber(value)
}

/** A token as its redacted header and claims; one that was issued before in the scenario as its number. */
export function redactToken(token: string, redaction: Redaction): Value {
  const known = redaction.tokens.get(token)
  if (known !== undefined) return known
  const decoded = readJwt(token)
  if (!decoded) return redactText(token, redaction)
  return {
    header: redactMembers(decoded.header, redaction),
    claims: redactMembers(decoded.claims, redaction),
    signature: redaction.steps.signature(decoded.signature),
  }
}

/** Order and number of a set depend on the tenant. */
function distinct(items: readonly Value[]): readonly Value[] {
  const byJson = new Map(items.map((item) => [JSON.stringify(item), item]))
  return [...byJson].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}

/** Facets are odd; beside a single one stands an even number that means nothing. */
function facetsOf(text: string): string | undefined {
  if (!/^\d{1,2}( \d{1,2})*$/.test(text)) return undefined
  const numbers = text.split(' ').map(Number)
  const odd = numbers.filter((number) => number % 2 === 1).sort((a, b) => a - b)
  return ['facets', ...odd, ...(odd.length < numbers.length ? ['even'] : [])].join(' ')
}
