import type { SeenRequest } from '../../http/see-request.ts'
import type { World } from '../../world.ts'
import type { GraphHttpRequest } from './graph-call.ts'

/** Under the name that was asked: Graph's own where it was led here, the mock's origin elsewhere. */
export function httpOf(request: SeenRequest, { issuerNames }: World): GraphHttpRequest {
  const { method, header, body, bodyTooLarge } = request
  const asked = new URL(request.url)
  const isGraph = !issuerNames.isOwnOrigin(asked.origin)
  const url = isGraph
    ? asked
    : new URL(`${issuerNames.originFor(asked)}${asked.pathname}${asked.search}`)
  return { method, url, header, body, bodyTooLarge }
}
