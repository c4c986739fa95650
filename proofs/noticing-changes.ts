import type { Intercept } from '../engine/targets/in-process.ts'
import { graphPath } from './published-paths.ts'

type Part = { readonly method?: string; readonly url?: string }

/** Stands before a mock and tells of every write that its directory accepted. */
export function noticingChanges(tell: (change: string) => void): Intercept {
  return async (request, forward) => {
    const { pathname } = new URL(request.url)
    if (!graphPath.test(pathname) || request.method === 'GET') return forward(request)
    const writes = pathname.endsWith('/$batch') ? await writesIn(request.clone()) : [request.method]
    const answer = await forward(request)
    if (answer.status < 400) for (const method of writes) tell(`${method} ${pathname}`)
    return answer
  }
}

/** A batch that only reads changes nothing. */
async function writesIn(request: Request): Promise<readonly string[]> {
  const { requests = [] } = (await request.json()) as { readonly requests?: readonly Part[] }
  return requests.flatMap(({ method = 'GET' }) => (method === 'GET' ? [] : [method]))
}
