/** A change of a sandbox is invalid, and changed nothing. `problems` names each mistake and what was expected. */
export class SandboxProblem extends Error {
  readonly problems: readonly string[]

  constructor(call: string, problems: readonly string[]) {
    super(`${call}: ${problems.join('\n')}`)
    this.name = 'SandboxProblem'
    this.problems = problems
  }
}
