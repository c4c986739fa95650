import { isGuid } from '../../mock-idp/index.ts'
import type { JsonObject } from '../../wire/json-object.ts'
import { wellKnown } from '../cast/names.ts'
import { peopleVariables, readUserAssertion } from './live-people.ts'
import type { Variables } from './variables.ts'

const { userAssertionFile: name } = peopleVariables

/** Clocks differ; the target has the last word on a token that ends in this moment. */
const skewSeconds = 60

/**
 * What is wrong with the token of a person at first sight, in one sentence that names the variable. Whatever its
 * signature is, such a token cannot be exchanged, and that is no fault of the target.
 * @throws {TargetUnreachable} where its file cannot be read or holds no token
 */
export function wrongUserAssertion(variables: Variables, nowSeconds: number): string | undefined {
  const claims = readUserAssertion(variables)?.claims
  const problem =
    claims &&
    (foreignTenant(claims, variables) ??
      noUserToken(claims) ??
      foreignAudience(claims, variables) ??
      ended(claims, nowSeconds))
  return problem && `${name} names ${problem}; get a token of a person for the blueprint`
}

function foreignTenant({ tid }: JsonObject, { AGENTID_TENANT_ID }: Variables): string | undefined {
  if (typeof tid !== 'string' || tid.toLowerCase() === AGENTID_TENANT_ID?.toLowerCase()) return
  return 'a token of another tenant than AGENTID_TENANT_ID'
}

/** An access token about a user has `scp`; one of an application has not, and no id_token has (access-tokens.md). */
function noUserToken({ scp, idtyp }: JsonObject): string | undefined {
  if (idtyp === 'app') return 'a token of an application, not of a person'
  return typeof scp === 'string' ? undefined : 'no access token of a person: it has no scp'
}

/** An audience that is an address may be any that the blueprint has. */
function foreignAudience({ aud }: JsonObject, variables: Variables): string | undefined {
  if (typeof aud !== 'string') return undefined
  const graph: readonly string[] = Object.values(wellKnown['Microsoft Graph'])
  if (graph.includes(aud.replace(/\/$/, '').toLowerCase())) {
    return 'a token for Microsoft Graph, not for AGENTID_BLUEPRINT_CLIENT_ID'
  }
  const id = aud.replace(/^api:\/\//, '').toLowerCase()
  if (!isGuid(id) || id === variables.AGENTID_BLUEPRINT_CLIENT_ID?.toLowerCase()) return undefined
  return `a token for ${id}, not for AGENTID_BLUEPRINT_CLIENT_ID`
}

function ended({ exp }: JsonObject, nowSeconds: number): string | undefined {
  if (typeof exp !== 'number' || exp + skewSeconds > nowSeconds) return undefined
  const minutes = Math.round((nowSeconds - exp) / 60)
  return `a token that expired ${minutes} minutes ago`
}
