import type { Application } from '../../../directory/application.ts'

/** The audience of a proof, and how long one may hold (agentidentityblueprint-addkey.md). */
const audience = '00000002-0000-0000-c000-000000000000'
const longestSeconds = 600

/** Whether a proof of possession is a JWT that a valid certificate of the application signed for itself. */
export async function proofIsValid(
  proof: string,
  { id, certificates }: Application,
  nowMs: number,
): Promise<boolean> {
  const { importX509, jwtVerify } = await import('jose')
  for (const { pem, startMs, endMs } of certificates) {
    if (nowMs < startMs || nowMs >= endMs) continue
    try {
      const key = await importX509(pem, 'RS256')
      const options = {
        audience,
        issuer: id,
        currentDate: new Date(nowMs),
        requiredClaims: ['exp', 'nbf'],
      }
      const { payload } = await jwtVerify(proof, key, options)
      return Number(payload.exp) - Number(payload.nbf) <= longestSeconds
    } catch {
      // Another certificate may have signed it.
    }
  }
  return false
}
