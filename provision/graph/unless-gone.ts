import { hasStatus } from './graph-error.ts'

/** An answer, or undefined when Graph says that there is no such object (404). */
export async function unlessGone<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (hasStatus(error, 404)) return undefined
    throw error
  }
}
