import { claimsOf, headerOf } from '../requests/answer.ts'
import { harnessKeyPair } from './key-pairs.ts'
import { signShape } from './shape.ts'
import { twists } from './twists.ts'

/**
 * A copy of a token that differs in one way. Nobody but the identity provider has its keys, so the
 * copy is signed with a key of the harness, under the key id that the twist leaves in the header.
 */
export async function forge(token: string, twist: string, nowSeconds: number): Promise<string> {
  const original = {
    header: headerOf(token),
    claims: claimsOf(token),
    signedWith: await harnessKeyPair('forger'),
  }
  const change = twists[twist]
  if (!change) throw new TypeError(`no twist is called '${twist}'`)
  return signShape(await change(original, nowSeconds))
}
