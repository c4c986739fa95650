/** The description of a directory is invalid. `problems` names each mistake: where it is, and what was expected there. */
export class DirectoryProblem extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'DirectoryProblem'
    this.problems = problems
  }
}
