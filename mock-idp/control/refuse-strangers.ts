import type { MiddlewareHandler } from 'hono'
import type { World } from '../world.ts'
import { ControlProblem } from './problem.ts'

/** A page of the mock itself, and what a person typed; a program sends no such header at all. */
const ownSites: readonly (string | undefined)[] = [undefined, 'same-origin', 'none']

/**
 * Refuses web pages: those of other sites, of another port of this machine, and host names rebound to loopback.
 * Browsers send `Origin` with every request that could change something, and `Sec-Fetch-Site` with each.
 */
export function refuseStrangers({ issuerNames }: World): MiddlewareHandler {
  return async ({ req }, next) => {
    const { origin } = new URL(req.url)
    const fromOrigin = req.header('origin') ?? origin
    const isOwn =
      issuerNames.isOwnOrigin(origin) &&
      fromOrigin === origin &&
      ownSites.includes(req.header('sec-fetch-site'))
    if (!isOwn) throw new ControlProblem(403, 'the control API answers only local programs')
    await next()
  }
}
