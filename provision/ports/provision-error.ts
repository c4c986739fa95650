/** Provisioning or teardown cannot go on. */
export class ProvisionError extends Error {
  override readonly name = 'ProvisionError'
  /** What to do next. */
  readonly todo: string

  constructor(message: string, todo: string) {
    super(message)
    this.todo = todo
  }
}

/** The tenant guard, or what was asked for, forbids it: nothing was written to the tenant. */
export class GuardRefusal extends Error {
  override readonly name = 'GuardRefusal'
  readonly todo: string

  constructor(message: string, todo: string) {
    super(message)
    this.todo = todo
  }
}
