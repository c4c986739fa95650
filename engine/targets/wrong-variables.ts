import { isGuid } from '../../mock-idp/index.ts'
import { readJwt } from '../../wire/jwt.ts'
import { peopleVariables } from './live-people.ts'
import type { Variables } from './variables.ts'

const blueprints = ['AGENTID_BLUEPRINT_CLIENT_ID', 'AGENTID_OTHER_BLUEPRINT_CLIENT_ID']
const agents = ['AGENTID_AGENT_ID', 'AGENTID_SECOND_AGENT_ID', 'AGENTID_OTHER_AGENT_ID']
const parties = [...blueprints, ...agents, peopleVariables.agentUserId]

/** What is wrong with the variables at first sight, before any request, in one sentence that names the variable. */
export function wrongVariable(variables: Variables): string | undefined {
  return notAnId(variables) ?? twiceNamed(variables) ?? notAUserName(variables)
}

/** Claims name a tenant by its id, so a domain name cannot be compared with them. */
function notAnId(variables: Variables): string | undefined {
  const wrong = ['AGENTID_TENANT_ID', ...parties].find(
    (name) => variables[name] && !isGuid(variables[name]),
  )
  if (wrong === undefined) return undefined
  const hint = wrong === 'AGENTID_TENANT_ID' ? 'the id of the tenant, not a domain name' : 'its id'
  return `${wrong} is not a GUID; set it to ${hint}`
}

/** Two names of one object would make what belongs to the other look like a fault of the target. */
function twiceNamed(variables: Variables): string | undefined {
  const seen = new Map<string, string>()
  for (const name of parties) {
    const id = variables[name]?.toLowerCase()
    const first = id && seen.get(id)
    if (first) return `${name} is the same id as ${first}; name two different objects, or unset it`
    if (id) seen.set(id, name)
  }
  return undefined
}

function notAUserName(variables: Variables): string | undefined {
  const name = variables[peopleVariables.agentUserName]
  if (!name || /^[^@\s]+@[^@\s]+$/.test(name)) return undefined
  return `${peopleVariables.agentUserName} is not a user principal name, such as booking@contoso.example`
}

/** What is wrong with the token for Microsoft Graph. It is opaque by contract: what cannot be read is left to the target. */
export function wrongGraphToken(variables: Variables): string | undefined {
  const tid = readJwt(variables.AGENTID_GRAPH_TOKEN ?? '')?.claims.tid
  if (typeof tid !== 'string' || !isGuid(tid)) return undefined
  if (tid.toLowerCase() === variables.AGENTID_TENANT_ID?.toLowerCase()) return undefined
  return 'AGENTID_GRAPH_TOKEN is a token of another tenant than AGENTID_TENANT_ID; get one of this tenant, or unset the variable'
}
