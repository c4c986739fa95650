/** A change of the directory was not made, because it could not be kept. `cause` is what the state threw. */
export class DirectoryNotKept extends Error {
  override readonly name = 'DirectoryNotKept'

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
