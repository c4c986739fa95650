import type { Evidence } from './rule.ts'

export function documented(source: string): Evidence {
  return { kind: 'documented', source }
}

export function captured(source: string): Evidence {
  return { kind: 'captured', source }
}

export function library(source: string): Evidence {
  return { kind: 'library', source }
}

export function thirdParty(source: string): Evidence {
  return { kind: 'third-party', source }
}

export function inferred(source: string): Evidence {
  return { kind: 'inferred', source }
}
