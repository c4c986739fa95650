import type { Answer, AnswerBody } from '../../engine/requests/answer.ts'
import type { Caller } from './graph-callers.ts'
import { askGraph } from './graph-session.ts'
import type { AgentIdWorld } from './world.ts'

export type Entry = Readonly<Record<string, unknown>>

/** The objects of a listing. */
export function entriesOf(body: AnswerBody | undefined): readonly Entry[] {
  return Array.isArray(body?.value) ? body.value : []
}

/** Every page after the first, by the links that the pages give, up to a hundred. */
export async function readAllPages(
  world: AgentIdWorld,
  caller: Caller,
  path: string,
): Promise<readonly Answer[]> {
  const pages: Answer[] = []
  for (let next: unknown = path; typeof next === 'string' && pages.length < 100; ) {
    const page = await askGraph(world, caller, { method: 'GET', path: next })
    pages.push(page)
    next = page.body?.['@odata.nextLink']
  }
  return pages
}
