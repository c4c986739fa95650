import { setTimeout as wait } from 'node:timers/promises'
import { fetchTrusting } from '../../client/index.ts'
import {
  makeCertificate,
  type Ports,
  type ProvisionFetch,
  privateFiles,
  type SignIn,
} from '../../provision/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { readFileOf } from '../token/read-credential.ts'
import { tellProgress } from './tell-progress.ts'

/** The certificate authority that a variable names. */
export async function readAuthority(caFile: string | undefined): Promise<string | undefined> {
  return caFile === undefined ? undefined : readFileOf('AGENTID_CA_FILE', caFile)
}

/** This process as provisioning sees it. */
export function makePorts(
  surroundings: Surroundings,
  signIn: SignIn,
  certificateAuthority: string | undefined,
  signal: AbortSignal,
): Ports {
  const { now, sleep = (ms, stop) => wait(ms, undefined, { signal: stop }) } = surroundings
  return {
    fetch: fetchOf(surroundings, certificateAuthority),
    now,
    sleep,
    randomUuid: () => globalThis.crypto.randomUUID(),
    makeCertificate,
    files: privateFiles,
    signIn,
    tell: tellProgress(surroundings),
    signal,
  }
}

/** Each of them passes on whatever method it is given; the client's type names the two it uses. */
function fetchOf({ fetch }: Surroundings, certificateAuthority: string | undefined) {
  if (fetch !== undefined) return fetch as ProvisionFetch
  if (certificateAuthority !== undefined)
    return fetchTrusting(certificateAuthority) as ProvisionFetch
  const global: ProvisionFetch = (url, init) => globalThis.fetch(url, init)
  return global
}
