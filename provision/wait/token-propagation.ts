import { TokenRequestError } from '../../client/index.ts'

/**
 * What the token endpoint answers while it has not heard of what Graph has just made, by AADSTS
 * number. The docs speak of 401 and of several minutes; Microsoft's own tools try again on these.
 */
export const propagationNumbers: Readonly<Record<number, string>> = {
  700016: 'the application is not known yet',
  7000229: 'the principal of the blueprint is not known yet',
  7000215: 'the client secret is not known yet',
  700027: 'the certificate is not known yet',
  70021: 'the federation between blueprint and agent identity is not known yet',
}

/** Why a token may come in a moment, or undefined where it will not. */
export function tokenPropagation(error: unknown): string | undefined {
  if (!(error instanceof TokenRequestError) || error.reason !== 'refused') return undefined
  return error.errorCodes.map((number) => propagationNumbers[number]).find(Boolean)
}
