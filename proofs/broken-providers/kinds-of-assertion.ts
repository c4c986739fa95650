import type { Refused } from './accepting.ts'

export function isT1({ claims }: Refused): boolean {
  return String(claims.sub).startsWith('/eid1/')
}

export function isOfCertificate({ claims }: Refused): boolean {
  return claims.iss !== undefined && claims.iss === claims.sub
}

export function isFederated(refused: Refused): boolean {
  return String(refused.claims.iss).startsWith('https://token.') && !isT1(refused)
}
