import { enforce } from '../../answers/enforce.ts'
import { isFallbackPublicClient } from '../../directory/application.ts'
import {
  confidentialClientHasCredential,
  publicClientHasNoCredential,
} from '../../rules/public-client.ts'
import type { Client } from '../find-client.ts'
import type { TenantSession } from '../session.ts'
import type { Proof } from './proof.ts'

/** Of a client that presents nothing. */
export const noProof: Proof = { kind: 'none', credential: '0' }

/** @throws {Refusal} under CRED-PUBLIC */
export function refusePublicCredential(
  client: Client,
  credentialCount: number,
  { examination }: TenantSession,
): void {
  const facts = { isPublic: isPublic(client), hasCredential: credentialCount > 0 }
  enforce([publicClientHasNoCredential], facts, examination)
}

/** @throws {Refusal} under CRED-CONFIDENTIAL */
export function requireCredential(
  client: Client,
  { kind }: Proof,
  { examination }: TenantSession,
): void {
  const facts = { isPublic: isPublic(client), hasCredential: kind !== 'none' }
  enforce([confidentialClientHasCredential], facts, examination)
}

function isPublic(client: Client): boolean {
  return client.kind === 'application' && isFallbackPublicClient(client.application)
}
