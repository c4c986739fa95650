import { type CertificatePair, makeCertificate } from '../ports/certificate.ts'
import type { Ports, ProvisionFetch } from '../ports/ports.ts'
import type { PrivateFiles } from '../ports/private-files.ts'
import type { Progress } from '../ports/progress.ts'
import { connectionReset, type Place } from './place.ts'

/** What becomes of one request or one write to a file. */
export type Fate =
  | 'pass'
  /** The process dies before it happens. */
  | 'die-before'
  /** The process dies after it happened and before it is answered. */
  | 'die-after'
  /** The connection breaks after it happened. */
  | 'lose-answer'
  /** This is the answer, and nothing happens. */
  | Response

/** Decides by the number of the operation, from 1, and by what it is. */
export type Accident = (number: number, operation: string) => Fate

/** The death of a process. */
export class Died extends Error {}

/** The ports of one process. Its requests and its writes to files are counted together. */
export function testPorts(
  place: Place,
  options: {
    readonly accident?: Accident
    readonly token?: string
    readonly signal?: AbortSignal
  } = {},
): Ports & { readonly told: Progress[]; readonly count: () => number } {
  const { accident = () => 'pass', token = place.token } = options
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
    const fate = accident(count, operation)
    if (fate === 'die-before') throw die()
    if (fate instanceof Response) return fate as Result
    const result = await act()
    if (fate === 'die-after') throw die()
    if (fate === 'lose-answer') throw connectionReset()
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
    signIn: { origin: 'a test', accessToken: async () => token },
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
