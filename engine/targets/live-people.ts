import { readFileSync } from 'node:fs'
import { type Jwt, readJwt } from '../../wire/jwt.ts'
import type { Directory } from '../cast/directory.ts'
import type { PersonName } from '../cast/names.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import { TargetUnreachable } from './target.ts'
import type { Variables } from './variables.ts'

/** The variables that name people: the agent user of the first agent identity, and a token of a person (Tc). */
export const peopleVariables = {
  agentUserId: 'AGENTID_AGENT_USER_ID',
  agentUserName: 'AGENTID_AGENT_USER_NAME',
  userAssertionFile: 'AGENTID_USER_ASSERTION_FILE',
} as const

type People = Pick<Directory, 'personId' | 'userName' | 'userAssertion'>

/** Who the people of the features are: Assistant is the agent user, Bea the person whose token is at hand. */
export function livePeople(variables: Variables): People {
  const { agentUserId, agentUserName } = peopleVariables
  let assertion: UserAssertion | undefined
  const assertionOf = (name: PersonName) => {
    if (name !== 'Bea') throw new NotTestable(`no variable names ${name}`)
    assertion ??= readUserAssertion(variables)
    return assertion ?? absent(peopleVariables.userAssertionFile)
  }
  const claimOf = (name: PersonName, ...claims: readonly string[]) => {
    const { claims: known } = assertionOf(name)
    const value = claims.map((claim) => known[claim]).find((one) => typeof one === 'string')
    if (typeof value === 'string') return value
    throw new NotTestable(`the token of ${name} has no ${claims.join(' or ')}`)
  }
  return {
    personId: (name) => {
      if (name !== 'Assistant') return claimOf(name, 'oid')
      return variables[agentUserId]?.toLowerCase() || absent(agentUserId)
    },
    userName: (name) => {
      if (name !== 'Assistant') return claimOf(name, 'preferred_username', 'upn')
      return variables[agentUserName] || absent(agentUserName)
    },
    userAssertion: (person) => assertionOf(person).token,
  }
}

type UserAssertion = Pick<Jwt, 'claims'> & { readonly token: string }

/**
 * Reads the token of a person that a variable names; undefined where it is not set.
 * @throws {TargetUnreachable} where the file cannot be read or holds no token
 */
export function readUserAssertion(variables: Variables): UserAssertion | undefined {
  const name = peopleVariables.userAssertionFile
  const file = variables[name]
  if (!file) return undefined
  const token = readNamed(name, file).trim()
  const jwt = readJwt(token)
  if (jwt) return { token, claims: jwt.claims }
  throw new TargetUnreachable(`${name} names a file that holds no signed JWT: ${file}`)
}

function readNamed(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new TargetUnreachable(`${variable} names an unreadable file: ${file}${code}`)
  }
}

function absent(variable: string): never {
  throw new NotTestable(`${variable} is not set`)
}
