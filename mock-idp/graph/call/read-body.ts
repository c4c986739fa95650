import { parseJsonObject } from '../../../wire/json-object.ts'
import { type Examination, enforce } from '../../answers/enforce.ts'
import { bodyRules } from '../../rules/graph/requests.ts'
import type { GraphHttpRequest, JsonObject } from './graph-call.ts'

const writes = ['POST', 'PATCH', 'PUT']

/**
 * The JSON of a write; an empty body is an empty object.
 * @throws {Refusal} under a GRAPH-BODY rule
 */
export function readBody(http: GraphHttpRequest, examination: Examination): JsonObject {
  const isWrite = writes.includes(http.method)
  const hasBody = http.body.trim() !== ''
  const parsed = parseJsonObject(http.body)
  enforce(
    bodyRules,
    {
      isWrite,
      hasBody,
      isTooLarge: http.bodyTooLarge,
      isJsonType: /^application\/([\w.-]+\+)?json\b/i.test(http.header('content-type') ?? ''),
      isJson: !hasBody || parsed !== undefined,
    },
    examination,
  )
  return (isWrite ? parsed : undefined) ?? {}
}
