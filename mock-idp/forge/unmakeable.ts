/** A token that the tenant cannot make: it lacks what the order names. */
export class Unmakeable extends Error {
  override readonly name = 'Unmakeable'
}
