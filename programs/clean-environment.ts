import { isAllowed } from './allowed-variables.ts'

type Environment = Readonly<Record<string, string | undefined>>

export type CleanOptions = {
  /** Variables to pass on besides the allowed ones. */
  readonly pass?: readonly string[] | undefined
  /** Variables that the program gets anyway, so that an inherited one of that name is not kept out. */
  readonly own?: Environment | undefined
  /** Default: this one. */
  readonly platform?: string | undefined
}

export type CleanEnvironment = {
  readonly variables: Readonly<Record<string, string>>
  /** How many variables the program does not get. */
  readonly keptOut: number
}

/**
 * What a program of others gets of an environment: what it needs to run, and what somebody passes on by name.
 * Anything else may be a credential, of a live tenant or of anything else that this machine can reach.
 */
export function cleanEnvironment(
  inherited: Environment,
  options: CleanOptions = {},
): CleanEnvironment {
  const { pass = [], own = {}, platform = process.platform } = options
  const same = (name: string) => (platform === 'win32' ? name.toUpperCase() : name)
  const passed = new Set(pass.map(same))
  const given = new Set(Object.keys(own).map(same))
  const all = Object.entries(inherited).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const isKept = (name: string) => passed.has(same(name)) || isAllowed(name, platform)
  return {
    variables: Object.fromEntries(all.filter(([name]) => isKept(name))),
    keptOut: all.filter(([name]) => !isKept(name) && !given.has(same(name))).length,
  }
}

/** What to try if a program fails. Undefined: it had every variable. */
export function describeKeptOut(keptOut: number, how: string): string | undefined {
  if (keptOut === 0) return undefined
  const variables = keptOut === 1 ? '1 variable' : `${keptOut} variables`
  return `It did not get ${variables} of this environment, which may hold credentials. If it needs one, pass it by name: ${how}`
}
