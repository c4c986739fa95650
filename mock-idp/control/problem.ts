import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'

/** The body of every answer that is not a success. */
export const problemBody = z.object({
  error: z.string().meta({ description: 'What went wrong.' }),
  problems: z
    .array(z.string())
    .meta({ description: 'Each mistake: where it is, and what the mock expected there.' }),
})

/** A failed control request. It changed nothing. */
export class ControlProblem extends Error {
  readonly status: ContentfulStatusCode
  /** Each mistake: where it is and what was expected there. */
  readonly problems: readonly string[]

  constructor(status: ContentfulStatusCode, message: string, problems: readonly string[] = []) {
    super(message)
    this.name = 'ControlProblem'
    this.status = status
    this.problems = problems
  }
}
