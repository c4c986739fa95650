import { parseJsonObject } from '../../wire/json-object.ts'
import type { Value } from '../format.ts'
import { redactMembers } from './members.ts'
import type { Redaction } from './text.ts'

/** JSON member by member; of anything else its number, if it is an error, and that there is something. */
export function redactBody(text: string, redaction: Redaction): Value {
  const json = parseJsonObject(text)
  if (json) return redactMembers(json, redaction)
  const [number] = /AADSTS\d{4,8}/.exec(text) ?? []
  const shape = redaction.steps.body(text)
  return number === undefined ? shape : `${number}: ${shape}`
}
