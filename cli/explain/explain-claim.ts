import { explanationOf } from './claim-explanations.ts'
import type { Token } from './token.ts'

const unknownClaim = 'not known to this tool'

/** One line on one claim: what it is, what its value says, and how that is known. */
export function explainClaim(name: string, value: unknown, token: Token, nowMs: number): string {
  const known = explanationOf(name)
  if (known === undefined) return unknownClaim
  const reading = known.reading?.(value, token, nowMs)
  const said = reading === undefined ? known.meaning : `${known.meaning}: ${reading}`
  return `${said} [${known.evidence}]`
}
