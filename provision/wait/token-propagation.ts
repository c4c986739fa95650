import { TokenRequestError } from '../../client/index.ts'

/**
 * What the token endpoint answers while it does not know the new objects yet, by AADSTS number. The
 * documentation mentions 401 and several minutes; Microsoft's own tools retry on these.
 */
export const propagationNumbers: Readonly<Record<number, string>> = {
  700016: 'the token endpoint does not know the application yet',
  7000229: 'the token endpoint does not know the principal of the blueprint yet',
  7000215: 'the token endpoint does not know the client secret yet',
  700027: 'the token endpoint does not know the certificate yet',
  70021: 'the token endpoint does not know the federation of blueprint and agent identity yet',
}

/** What it may answer besides to the request for a token of an agent user. */
export const agentUserPropagationNumbers: Readonly<Record<number, string>> = {
  ...propagationNumbers,
  50034: 'the token endpoint does not know the agent user yet',
  65001: 'the token endpoint does not know the delegated permission yet',
}

/** Why a retry may get a token soon; undefined if it will not. */
export function tokenPropagation(error: unknown, numbers = propagationNumbers): string | undefined {
  if (!(error instanceof TokenRequestError) || error.reason !== 'refused') return undefined
  return error.errorCodes.map((number) => numbers[number]).find(Boolean)
}
