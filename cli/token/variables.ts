import { UsageError } from '../usage-error.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** What each variable holds, for the error when it is not set. */
const meanings: Readonly<Record<string, string>> = {
  AGENTID_TENANT_ID: 'the id of the tenant; `agentid serve` prints it',
  AGENTID_BLUEPRINT_CLIENT_ID: 'the client id of the blueprint; `agentid serve` prints it',
  AGENTID_BLUEPRINT_SECRET: 'a client secret of the blueprint; `agentid serve` prints it',
  AGENTID_BLUEPRINT_CERTIFICATE_FILE: "the blueprint's certificate, PEM",
  AGENTID_BLUEPRINT_KEY_FILE: "the private key of the blueprint's certificate, PEM",
  AGENTID_BLUEPRINT_ASSERTION_FILE: 'a file with an assertion that the blueprint trusts',
  AGENTID_AGENT_ID:
    'the client id of the agent identity, or pass --agent; `agentid serve` prints it',
  AGENTID_USER_ASSERTION_FILE:
    'a file with the access token of the person, for the blueprint, or pass --user-assertion',
  AGENTID_AGENT_USER_ID:
    'the object id of the agent user, or set AGENTID_AGENT_USER_NAME, or pass --user; `agentid serve` prints it',
  IDENTITY_HEADER: 'the header value that goes with IDENTITY_ENDPOINT',
}

/** A variable; an empty one is as good as none. */
export function variable(env: Environment, name: string): string | undefined {
  const value = env[name]
  return value === undefined || value.trim() === '' ? undefined : value
}

/**
 * Several variables at once.
 *
 * @throws {UsageError} It names every one that is missing, and what it should hold.
 */
export function requireVariables<Name extends string>(
  env: Environment,
  ...names: readonly Name[]
): Readonly<Record<Name, string>> {
  const missing = names.filter((name) => variable(env, name) === undefined)
  if (missing.length > 0) throw new UsageError(missing.map(notSet).join('\n'))
  return Object.fromEntries(names.map((name) => [name, env[name] ?? ''])) as Record<Name, string>
}

function notSet(name: string): string {
  const meaning = meanings[name]
  return meaning === undefined ? `${name} is not set` : `${name} is not set: ${meaning}`
}
