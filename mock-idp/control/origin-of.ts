import type { Context } from 'hono'
import type { World } from '../world.ts'

/** The origin under which the mock answers this request. */
export function originOf({ req }: Context, { issuerNames }: World): string {
  return issuerNames.originFor(new URL(req.url))
}
