import { idOfNobody } from '../../engine/cast/fill.ts'
import { forge } from '../../engine/credentials/forge.ts'
import { publishedKey } from '../../engine/credentials/public-keys.ts'
import type { AgentIdWorld } from './world.ts'

/** A copy of the token issued last, changed as a phrase says by whoever presents it. */
export function forgedCopy(
  { it, control, directory, target }: AgentIdWorld,
  phrase: string,
  presenter = idOfNobody,
): Promise<string> {
  return forge(it, phrase, {
    nowSeconds: control.nowSeconds(),
    presenter,
    publicKey: () => publishedKey(it, directory.tenantId('Contoso'), target.request),
  })
}
