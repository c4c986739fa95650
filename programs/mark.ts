import { randomUUID } from 'node:crypto'

const variable = 'AGENTID_STARTED_BY'

/** What all that a program starts inherits, by which it is found even if it left the group. */
export type Mark = {
  readonly id: string
  /** For the environment of the program. */
  readonly variables: Readonly<Record<string, string>>
}

/** A run inside another keeps the marks of the outer one, which has to find all of it. */
export function createMark(
  inherited: Readonly<Record<string, string | undefined>> = process.env,
): Mark {
  const id = randomUUID()
  const outer = inherited[variable]
  return { id, variables: { [variable]: outer ? `${outer} ${id}` : id } }
}
