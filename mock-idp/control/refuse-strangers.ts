import type { MiddlewareHandler } from 'hono'
import type { World } from '../world.ts'
import { ControlProblem } from './problem.ts'

/** Refuses web pages: cross-site requests, and host names rebound to loopback. */
export function refuseStrangers({ issuerNames }: World): MiddlewareHandler {
  return async ({ req }, next) => {
    const { origin } = new URL(req.url)
    if (!issuerNames.isOwnOrigin(origin) || req.header('sec-fetch-site') === 'cross-site') {
      throw new ControlProblem(403, 'the control API answers only local programs')
    }
    await next()
  }
}
