import type { Answer } from '../exchange/endpoint.ts'
import type { SeenRequest } from '../http/see-request.ts'

/** Whether a browser asks if a page of another origin may send its request (fetch.spec.whatwg.org, CORS-preflight). */
export function isPreflight({ method, header }: Pick<SeenRequest, 'method' | 'header'>): boolean {
  return (
    method === 'OPTIONS' &&
    header('origin') !== undefined &&
    header('access-control-request-method') !== undefined
  )
}

/** It may: which client asks, and whether it is one of a browser, only the request itself says. */
export function answerPreflight({ header }: Pick<SeenRequest, 'header'>): Answer {
  const asked = header('access-control-request-headers')
  return {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST, OPTIONS',
      ...(asked !== undefined && { 'access-control-allow-headers': asked }),
      'cache-control': 'no-store, no-cache',
    },
    body: null,
  }
}
