import { Agent, request } from 'node:http'
import type { AgentidServer } from './agentid-server.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

type Asked = { readonly method: string; readonly path: string; readonly body?: unknown }

/**
 * Asks Microsoft Graph of a mock as its administrator, on one kept connection.
 * @throws for any status of 300 and more, so that no refusal is measured
 */
export function askGraph(
  { ready: { httpUrl, env } }: Pick<AgentidServer, 'ready'>,
  { method, path, body }: Asked,
): Promise<Readonly<Record<string, unknown>>> {
  const content = body === undefined ? '' : JSON.stringify(body)
  const headers = {
    authorization: `Bearer ${env.AGENTID_GRAPH_TOKEN}`,
    ...(content && { 'content-type': 'application/json' }),
    'content-length': Buffer.byteLength(content),
  }
  return new Promise((resolve, reject) => {
    const sent = request(`${httpUrl}${path}`, { agent, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        const { statusCode = 0 } = response
        if (statusCode < 300) resolve(text === '' ? {} : JSON.parse(text))
        else reject(new Error(`${method} ${path} answered ${statusCode}: ${text}`))
      })
    })
    sent.on('error', reject)
    sent.end(content)
  })
}
