import { z } from 'zod'
import { findRule, isRelaxable } from '../rules/index.ts'

export const relaxation = z
  .strictObject({
    relaxedRules: z.array(z.string()).meta({
      description:
        'Ids of the rules that the tenant does not enforce; it enforces all others. Only rules without strong evidence.',
    }),
  })
  .meta({ description: 'The rules without strong evidence that the tenant does not enforce.' })

/** Why each of these rules cannot be relaxed, in words. */
export function relaxationMistakes(ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => {
    const rule = findRule(id)
    if (rule && isRelaxable(rule)) return []
    return [
      rule
        ? `${id} is not inferred or third-party, so you cannot relax it`
        : `unknown rule '${id}'`,
    ]
  })
}
