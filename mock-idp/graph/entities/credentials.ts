import type {
  CertificateCredential,
  ClientSecret,
  FederatedCredential,
} from '../../directory/credential.ts'
import { dateTime } from './property-table.ts'

/** Only the answer to addPassword shows the secret; a hint is its first three characters. */
export function passwordCredential({ keyId, displayName, value, startMs, endMs }: ClientSecret) {
  return {
    customKeyIdentifier: null,
    displayName: displayName ?? null,
    endDateTime: dateTime(endMs),
    hint: value.slice(0, 3),
    keyId,
    secretText: null,
    startDateTime: dateTime(startMs),
  }
}

/** The key itself is shown where `keyCredentials` is selected. */
export function keyCredential(certificate: CertificateCredential) {
  const { keyId, displayName, thumbprints, startMs, endMs } = certificate
  return {
    customKeyIdentifier: thumbprints.at(-1) ?? null,
    displayName: displayName ?? null,
    endDateTime: dateTime(endMs),
    key: null as string | null,
    keyId,
    startDateTime: dateTime(startMs),
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
  }
}

export function keyCredentialWithKey(certificate: CertificateCredential) {
  return { ...keyCredential(certificate), key: certificate.pem.replace(/-----[^-]+-----|\s/g, '') }
}

export function federatedIdentityCredential(credential: FederatedCredential) {
  const { id, name, issuer, subject, description, audience } = credential
  return { id, name, issuer, subject, description: description ?? null, audiences: [audience] }
}
