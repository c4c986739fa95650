import { type ClientName, homeOf, isPersonName, type PersonName } from '../../engine/cast/names.ts'
import { issuedToken } from '../expectations/issued-token.ts'
import type { AgentIdWorld } from './world.ts'

/** Who asks the directory, and with which permissions where the scenario chooses them. */
export type Caller = {
  readonly who: 'the administrator' | PersonName | ClientName
  readonly permissions: readonly string[] | undefined
}

export const administrator: Caller = { who: 'the administrator', permissions: undefined }

export function parseCaller(text: string): Caller {
  const [, chosen] = / with the permissions? "([^"]*)"$/.exec(text) ?? []
  const [, named] = /^(?:the user )?"(.+?)"/.exec(text) ?? []
  return {
    who: (named ?? 'the administrator') as Caller['who'],
    permissions: chosen?.split(', '),
  }
}

/** A client gets its token as it gets every other; the permissions of a person can be chosen on a mock. */
export async function graphTokenOf(
  world: AgentIdWorld,
  { who, permissions }: Caller,
): Promise<string> {
  const { directory, control } = world
  if (who === 'the administrator') {
    const given = permissions ? undefined : directory.graphToken()
    return given ?? control.graphToken({ scopes: permissions })
  }
  if (isPersonName(who)) {
    return control.graphToken({ userId: directory.personId(who), scopes: permissions })
  }
  if (permissions) {
    const choice = { clientId: directory.clientId(who), roles: permissions }
    return control.graphToken(choice, homeOf(who))
  }
  const scope = `${directory.address('Microsoft Graph')}/.default`
  const answer = await world.send(await world.tokenRequest(who, scope))
  return issuedToken(answer, `a token for the directory is issued to ${who}`)
}
