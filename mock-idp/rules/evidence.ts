import type { Evidence } from './rule.ts'

/** @param source a normative text and its section, such as `RFC 7515 section 5.2` */
export function standard(source: string): Evidence {
  return { kind: 'standard', source }
}

export function documented(source: string): Evidence {
  return { kind: 'documented', source }
}

export function captured(source: string): Evidence {
  return { kind: 'captured', source }
}

/** A real capture, of an ordinary application instead of an agent. */
export function capturedElsewhere(source: string): Evidence {
  return { kind: 'captured-elsewhere', source }
}

export function library(source: string): Evidence {
  return { kind: 'library', source }
}

export function thirdParty(source: string): Evidence {
  return { kind: 'third-party', source }
}

export function inferred(source: string): Evidence {
  return { kind: 'inferred', source }
}

/** Bodies that real tenants sent, as the public quotes them. */
export const realTenants = captured('public captures of real tenants')
export const libraryFixtures = captured(
  'recorded responses in the test fixtures of a Microsoft client library, 2023',
)
export const emulatorFixtures = captured(
  'calvinchengx/entra-emulator e2e/differential fixtures, 2026-08',
)

/** What no authorization server may take as proof of a client, whatever it answers. */
export const assertionStandards = {
  audience: standard('RFC 7523 section 3, point 3'),
  expiry: standard('RFC 7523 section 3, point 4'),
  start: standard('RFC 7523 section 3, point 5'),
  signature: standard('RFC 7523 section 3, point 9; RFC 7515 section 5.2'),
}
