import { type Address, formatAddress } from './route.ts'

/** The hosts that a program asked for and was refused, each once, as `host:port`. */
export type StrangeHosts = {
  readonly remember: (target: Address) => void
  readonly all: () => readonly string[]
}

/** A program that asks for ever new hosts must not fill the memory. */
const mostRemembered = 1_000

export function createStrangeHosts(): StrangeHosts {
  const names = new Set<string>()
  return {
    remember: (target) => {
      if (names.size < mostRemembered) names.add(formatAddress(target))
    },
    all: () => [...names],
  }
}
