import { printableLines } from '../../wire/printable.ts'

/** The target behaves otherwise than the specification says. Anything else that is thrown is a fault of the harness. */
export class Difference extends Error {
  override readonly name = 'Difference'
  readonly what: string
  readonly expected: string
  readonly actual: string
  /** Whether the step wanted a token, or a request that comes only after one. */
  readonly lacksToken: boolean

  /** The texts hold what targets and clients sent, so they are made printable. */
  constructor(what: string, expected: string, actual: string, lacksToken = false) {
    const [about, wanted, came] = [what, expected, actual].map(printableLines) as [
      string,
      string,
      string,
    ]
    super(`${about}\n  expected: ${wanted}\n  actual:   ${came}`)
    this.what = about
    this.expected = wanted
    this.actual = came
    this.lacksToken = lacksToken
  }
}

/** What a step throws that wants a token where there is none. */
export function noToken(what: string, expected: string, actual: string): Difference {
  return new Difference(what, expected, actual, true)
}

/** @throws {Difference} unless both are the same */
export function expectSame(what: string, actual: unknown, expected: unknown): void {
  const [is, should] = [show(actual), show(expected)]
  if (is !== should) throw new Difference(what, should, is)
}

export function show(value: unknown): string {
  if (value === undefined) return 'absent'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
