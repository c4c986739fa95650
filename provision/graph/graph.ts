import { isCertificateProblem } from '../../wire/certificate-problem.ts'
import type { Ports } from '../ports/ports.ts'
import { createExchange } from './exchange.ts'
import { GraphError, isUndecided } from './graph-error.ts'
import type { Graph, GraphRequest } from './graph-request.ts'

type Options = { readonly graphUrl: string; readonly requestIntervalMs: number }

/** Graph sends a Retry-After; if it does not, clients wait 10 s. */
const customaryPauseMs = 10_000
const longestPauseMs = 300_000

/**
 * Calls Microsoft Graph: at a bounded rate, with a `client-request-id` each. It obeys Retry-After
 * after 429, and after 503 and its kin where repeating does no harm. It does not repeat
 * a POST whose outcome is unknown: the caller must look first.
 */
export function createGraph(ports: Ports, options: Options): Graph {
  const exchange = createExchange(ports, options)

  const waitAfter = async (error: unknown, request: GraphRequest, attempt: number) => {
    if (!(error instanceof GraphError) || !mayRepeat(error, request)) throw error
    const waitMs = error.retryAfterMs ?? pauseMs(error, attempt)
    if (attempt >= attemptsAfter(error) || waitMs > longestPauseMs) throw error
    ports.tell({ kind: 'wait', label: 'graph', text: waitText(error, waitMs) })
    await ports.sleep(waitMs, ports.signal)
  }

  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await exchange(request)
      } catch (error) {
        await waitAfter(error, request, attempt)
      }
    }
  }
}

function mayRepeat(error: GraphError, { method }: GraphRequest): boolean {
  if (error.status === 429) return true
  if (isCertificateProblem(error.networkCode)) return false
  return isUndecided(error) && method !== 'POST' && (error.status ?? 500) >= 500
}

/** A throttled client knows when to try again; a server that does not answer may be down for good. */
const attemptsAfter = ({ status }: GraphError): number => (status === 429 ? 8 : 4)

const pauseMs = ({ status }: GraphError, attempt: number): number =>
  status === 429 ? customaryPauseMs : 1000 * 2 ** (attempt - 1)

function waitText({ status, networkCode = 'no answer' }: GraphError, waitMs: number): string {
  const why = status === undefined ? networkCode : `HTTP ${status}`
  return `${why}: waiting ${Math.ceil(waitMs / 1000)} s`
}
