import { once } from 'node:events'
import { request as requestByHttp } from 'node:http'
import { request as requestByHttps } from 'node:https'
import { text as textOf } from 'node:stream/consumers'
import type { ApiAnswer } from './api-under-test.ts'

const answersWithinMs = 30_000

/** One request on a connection of its own. `fetch` would fold several headers of a name into one. */
export async function send(
  url: URL,
  method: string,
  authorization: readonly string[],
): Promise<ApiAnswer> {
  const headers: string[] = ['Host', url.host, 'Accept', 'application/json']
  for (const value of authorization) headers.push('Authorization', value)
  if (method !== 'GET') headers.push('Content-Length', '0')
  const request = url.protocol === 'https:' ? requestByHttps : requestByHttp
  const asked = request(url, { method, headers, agent: false, timeout: answersWithinMs })
  asked.on('timeout', () => asked.destroy(new Error(`none within ${answersWithinMs / 1000} s`)))
  asked.end()
  const [answer] = await once(asked, 'response')
  const fields = Object.entries(answer.headersDistinct as Record<string, string[]>)
  const named = fields.flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  )
  return { status: answer.statusCode, headers: new Headers(named), text: await textOf(answer) }
}
