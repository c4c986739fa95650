import type { Context } from 'hono'
import { isJsonObject } from '../../wire/json-object.ts'
import { MockProblem } from '../mock/open-mock.ts'

/**
 * What a form of the page sends. As JSON only: a page of another site can send a form without asking, JSON it cannot.
 */
export async function readFields({ req }: Context): Promise<Readonly<Record<string, string>>> {
  const isJson = req.header('content-type')?.startsWith('application/json') ?? false
  const body: unknown = isJson ? await req.json().catch(() => undefined) : undefined
  if (!isJsonObject(body)) throw new MockProblem('expected a JSON object as application/json')
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(' ') : String(value),
    ]),
  )
}
