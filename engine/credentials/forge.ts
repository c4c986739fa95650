import { harnessKeyPair } from './key-pairs.ts'
import { shapeAsIssued, signedBy, signShape } from './shape.ts'
import { type Knowledge, tamper } from './tampering.ts'
import { twists } from './twists.ts'

/**
 * A copy of a token that differs in one way. Nobody but the identity provider has its keys, so the
 * copy keeps its signature, or is signed with a key of the harness under the key id in its header.
 */
export async function forge(
  token: string,
  phrase: string,
  { nowSeconds, ...knowledge }: Knowledge & { readonly nowSeconds: number },
): Promise<string> {
  const twist = twists[phrase]
  if (!twist) return tamper(token, phrase, knowledge)
  const original = signedBy(shapeAsIssued(token), await harnessKeyPair('forger'))
  return signShape(await twist(original, nowSeconds))
}
