/** The mock did not change the directory, because it could not keep the change. `cause` is what the state threw. */
export class DirectoryNotKept extends Error {
  override readonly name = 'DirectoryNotKept'

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
