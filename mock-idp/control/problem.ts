import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A control request that could not be carried out. Nothing was changed. */
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
