import type { Claims } from '../token-kinds.ts'

type Test = (claims: Claims) => boolean

/** The client of a token, or the agent identity that T1 names. */
const partyOf = ({ azp, appid, sub }: Claims) => `${azp ?? appid} ${sub}`

/** A token of this kind that is not of the client whose token of the kind the tenant issued first. */
export function otherThanFirst(is: Test): Test {
  const first = new Map<unknown, string>()
  return (claims) => {
    if (!is(claims)) return false
    const known = first.get(claims.tid)
    if (known === undefined) first.set(claims.tid, partyOf(claims))
    return known !== undefined && known !== partyOf(claims)
  }
}

/** The claim as in the token of this kind that the tenant issued before. */
export function previous(is: Test, claim: string): (claims: Claims) => Claims {
  const last = new Map<unknown, unknown>()
  return (claims) => {
    if (!is(claims)) return {}
    const before = last.get(claims.tid) ?? claims[claim]
    last.set(claims.tid, claims[claim])
    return { [claim]: before }
  }
}
