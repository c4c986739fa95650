/** Provisioning or teardown cannot continue. */
export class ProvisionError extends Error {
  override readonly name = 'ProvisionError'
  /** What to do next. */
  readonly todo: string

  constructor(message: string, todo: string) {
    super(message)
    this.todo = todo
  }
}

/** The tenant guard or the options forbid it. The run wrote nothing to the tenant. */
export class GuardRefusal extends Error {
  override readonly name = 'GuardRefusal'
  readonly todo: string

  constructor(message: string, todo: string) {
    super(message)
    this.todo = todo
  }
}
