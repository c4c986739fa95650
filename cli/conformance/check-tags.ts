import { tagProblem } from '../../engine/run/index.ts'
import { UsageError } from '../usage-error.ts'

/** @throws {UsageError} if the expression names a tag that no scenario has */
export async function checkTags(expression: string | undefined): Promise<void> {
  if (expression === undefined) return
  const problem = await tagProblem(expression)
  if (problem !== undefined) throw new UsageError(problem)
}
