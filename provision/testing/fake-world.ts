import { type CertificatePair, makeCertificate } from '../world/certificate.ts'
import type { PrivateFiles } from '../world/private-files.ts'
import type { Progress } from '../world/progress.ts'
import type { ProvisionFetch, World } from '../world/world.ts'
import { createFakeDirectory, type FakeDirectory, tenantId, userId } from './fake-directory.ts'
import { answerGraph, type FakeTenant, testTenant } from './fake-graph.ts'
import { answerTokens, jwt } from './fake-token-endpoint.ts'

export const graphUrl = 'https://graph.example'
export const authorityHost = 'https://login.example'

/** What becomes of one request or one write to a file. */
export type Fate =
  | 'pass'
  /** The process dies before it happens. */
  | 'die-before'
  /** The process dies after it happened and before it is answered. */
  | 'die-after'
  /** The connection breaks after it happened. */
  | 'lose-answer'
  | Response

/** Decides by the number of the operation, from 1, and by what it is. */
export type Fault = (number: number, operation: string) => Fate

/** Everything that outlives a process: the tenant, the disk and the time. */
export type Place = {
  readonly serve: ProvisionFetch
  readonly tokenFor: (claims: Readonly<Record<string, unknown>>) => string
  readonly disk: Map<string, string>
  readonly clock: { nowMs: number }
  /** Every request to Graph and every file written, by all processes. */
  readonly operations: string[]
  uuids: number
}

export type FakePlace = Place & { readonly directory: FakeDirectory }

export const beginMs = Date.UTC(2026, 10, 1, 12)

export function fakePlace(
  change: { readonly lagMs?: number; readonly tenant?: FakeTenant } = {},
): FakePlace {
  const clock = { nowMs: beginMs }
  const directory = createFakeDirectory(() => clock.nowMs, change.lagMs ?? 0)
  const { tenant = testTenant } = change
  const serve: ProvisionFetch = async (href, { method, headers, body = '' }) => {
    const url = new URL(href)
    if (url.origin === authorityHost) return answerTokens(directory, url, body)
    return answerGraph(directory, tenant, {
      method,
      path: decodeURIComponent(url.pathname),
      filter: url.searchParams.get('$filter'),
      body: body === '' ? {} : JSON.parse(body),
      headers: new Headers(headers),
    })
  }
  return { serve, tokenFor: jwt, directory, disk: new Map(), clock, operations: [], uuids: 0 }
}

/** The death of a process. */
export class Died extends Error {}

export const delegatedClaims = {
  tid: tenantId,
  oid: userId,
  idtyp: 'user',
  scp: 'AgentIdentityBlueprint.Create AgentIdentity.Create.All',
}

/** Requests count, as the server sees them; so do files, as the disk sees them. */
export function fakeWorld(
  place: Place,
  options: {
    readonly fault?: Fault
    readonly claims?: Readonly<Record<string, unknown>>
    readonly signal?: AbortSignal
  } = {},
): World & { readonly told: Progress[]; readonly count: () => number } {
  const { fault = () => 'pass', claims = delegatedClaims } = options
  const { clock, disk } = place
  const told: Progress[] = []
  let count = 0
  let isDead = false

  const die = () => {
    isDead = true
    return new Died('the process died')
  }
  const operate = async <Result>(
    operation: string,
    act: () => Promise<Result>,
  ): Promise<Result> => {
    if (isDead) throw die()
    count += 1
    place.operations.push(operation)
    const fate = fault(count, operation)
    if (fate === 'die-before') throw die()
    if (fate instanceof Response) return fate as Result
    const result = await act()
    if (fate === 'die-after') throw die()
    if (fate === 'lose-answer') throw Object.assign(new Error('reset'), { code: 'ECONNRESET' })
    return result
  }

  const fetch: ProvisionFetch = (href, init) => {
    const operation = `${init.method} ${decodeURIComponent(new URL(href).pathname)}`
    return operate(operation, () => place.serve(href, init))
  }
  const files: PrivateFiles = {
    read: async (path) => disk.get(path),
    replace: (path, text) => operate(`write ${path}`, async () => void disk.set(path, text)),
    remove: (path) => operate(`remove ${path}`, async () => void disk.delete(path)),
  }
  return {
    fetch,
    files,
    now: () => clock.nowMs,
    sleep: async (ms, signal) => {
      signal.throwIfAborted()
      clock.nowMs += ms
    },
    randomUuid: () => {
      place.uuids += 1
      return `0a1b2c3d-c0de-4a11-8000-${String(place.uuids).padStart(12, '0')}`
    },
    makeCertificate: () => testPair(),
    signIn: { origin: 'a test', accessToken: async () => place.tokenFor(claims) },
    tell: (progress) => told.push(progress),
    signal: options.signal ?? new AbortController().signal,
    told,
    count: () => count,
  }
}

let pair: Promise<CertificatePair> | undefined

/** Made once: a key takes longer than everything else together. */
function testPair(): Promise<CertificatePair> {
  pair ??= makeCertificate({
    commonName: 'Concierge',
    notBefore: new Date(Date.UTC(2026, 9, 1)),
    notAfter: new Date(Date.UTC(2036, 9, 1)),
  })
  return pair
}
