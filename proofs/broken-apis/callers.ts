import { type Edit, forBooking, forPeople, open } from './broken-api.ts'

const needsPermission = "if (permissions.length === 0) throw new Refusal(401, 'invalid_token')"
const includes = 'if (!permissions.includes(isForUser ? scope : role))'
const permits = (ofApps: string, ofUsers: string): Edit => [
  includes,
  `if (!(isForUser ? ${ofUsers} : ${ofApps}))`,
]
const has = { role: 'permissions.includes(role)', scope: 'permissions.includes(scope)' }
const reads = 'const permissions = isForUser ? wordsOf(claims.scp) : (claims.roles ?? [])'
const actorHas = "!actor.has('11')"
const requires = `if (requireAgent && ${actorHas})`
const readsFacets =
  'const actor = new Set(wordsOf(isForUser ? claims.xms_act_fct : claims.xms_sub_fct))'
const facets = '(isForUser ? claims.xms_act_fct : claims.xms_sub_fct)'
/** It reads facet 11 in its own way. */
const agentIf = (expression: string): Edit => [
  readsFacets,
  `const text = ${facets} ?? ''\n    const actor = new Set((${expression}) ? ['11'] : [])`,
]
const welcome = 'if (isAgentUser) return agentUsers\n    return isForUser ? people : apps'
const welcomes = (expression: string): Edit => [welcome, `return ${expression}`]
const allows = 'if (agents && !agents.includes(client))'

/** Callers that may not, or that may and are refused. */
export const callersWrong = [
  open(
    'refuses agents on behalf of people',
    ['API-ACCEPTS', 'API-APP-VERSUS-USER', 'API-SCOPE'],
    welcomes('isAgentUser || !isForUser'),
  ),
  open('refuses the users of agents', 'API-ACCEPTS', welcomes('!isAgentUser')),
  open('requires an agent although nobody said so', 'API-ACCEPTS', [requires, `if (${actorHas})`]),
  open(
    'wants roles of everybody',
    ['API-ACCEPTS', 'API-SCOPE', 'API-APP-VERSUS-USER'],
    permits(has.role, 'claims.roles?.includes(role)'),
  ),
  open(
    'lets in a token without any permission',
    ['API-NO-PERMISSION', 'API-ID-TOKEN', 'API-ROLE'],
    [needsPermission, 'if (permissions.length === 0) return'],
  ),
  open(
    'lets in an application without any permission',
    ['API-NO-PERMISSION', 'API-ROLE'],
    [
      needsPermission,
      `if (permissions.length === 0 && claims.idtyp === 'app') return\n    ${needsPermission}`,
    ],
  ),
  open(
    'asks applications for no role',
    ['API-ROLE', 'API-APP-VERSUS-USER'],
    permits('true', has.scope),
  ),
  open(
    'takes a role that contains its own',
    'API-ROLE',
    permits("permissions.join(' ').includes(role)", has.scope),
  ),
  open(
    'takes a role that begins with its own',
    'API-ROLE',
    permits('permissions.some((one) => one.startsWith(role))', has.scope),
  ),
  open('asks users for no scope', ['API-SCOPE', 'API-APP-VERSUS-USER'], permits(has.role, 'true')),
  open(
    'takes a scope that contains its own',
    'API-SCOPE',
    permits(has.role, 'claims.scp.includes(scope)'),
  ),
  open(
    'takes a scope that begins with its own',
    'API-SCOPE',
    permits(has.role, 'permissions.some((one) => one.startsWith(scope))'),
  ),
  open(
    'takes a scope that ends with its own',
    'API-SCOPE',
    permits(has.role, 'claims.scp.endsWith(scope)'),
  ),
  open('reads the first scope alone', 'API-SCOPE', permits(has.role, 'permissions[0] === scope')),
  open(
    'reads the last scope alone',
    'API-SCOPE',
    permits(has.role, 'permissions.at(-1) === scope'),
  ),
  open('wants its scope and no other', 'API-SCOPE', permits(has.role, 'claims.scp === scope')),
  open(
    'takes a scope for a role, and a role for a scope',
    'API-APP-VERSUS-USER',
    permits(
      'permissions.includes(role) || permissions.includes(scope)',
      'permissions.includes(scope) || permissions.includes(role)',
    ),
  ),
  open(
    'takes a role that is named like its scope',
    'API-APP-VERSUS-USER',
    permits('permissions.includes(role) || permissions.includes(scope)', has.scope),
  ),
  open(
    'takes a scope that is named like its role',
    'API-APP-VERSUS-USER',
    permits(has.role, 'permissions.includes(scope) || permissions.includes(role)'),
  ),
  open(
    'adds roles to scopes',
    'API-APP-VERSUS-USER',
    [reads, 'const permissions = [...wordsOf(claims.scp), ...(claims.roles ?? [])]'],
    permits(
      'permissions.includes(role) || permissions.includes(scope)',
      'permissions.includes(scope) || permissions.includes(role)',
    ),
  ),
  forPeople(
    'takes the users of agents for people',
    'API-AGENT-USER',
    welcomes('isForUser ? people : apps'),
  ),
  forPeople('knows a user of an agent by the whole text of its facets', 'API-AGENT-USER', [
    "wordsOf(claims.xms_sub_fct).includes('13')",
    "claims.xms_sub_fct === '13'",
  ]),
  forBooking(
    'lets in the users of agents',
    'API-AGENT-USER',
    welcomes('isAgentUser || (isForUser ? people : apps)'),
  ),
  forBooking(
    'lets in agents on behalf of people',
    'API-PEOPLE',
    welcomes('isAgentUser ? agentUsers : isForUser || apps'),
  ),
  forPeople(
    'lets in agents that act for themselves',
    'API-APPS',
    welcomes('isAgentUser ? agentUsers : isForUser ? people : true'),
  ),
  forPeople(
    'looks for applications alone',
    'API-APPS',
    welcomes("isAgentUser ? agentUsers : isForUser || claims.idtyp === 'app'"),
  ),
  forBooking(
    'asks for no agent',
    ['API-AGENT-REQUIRED', 'API-AGENT-CLAIMS-ABSENT', 'API-FACET-SET', 'API-AGENT-IDENTITY'],
    [requires, 'if (false)'],
    [allows, 'if (false)'],
  ),
  forBooking(
    'takes every caller with facets for an agent',
    ['API-AGENT-REQUIRED', 'API-FACET-SET', 'API-AGENT-CLAIMS-ABSENT'],
    [requires, 'if (requireAgent && actor.size === 0)'],
    [allows, 'if (agents && actor.has("11") && !agents.includes(client))'],
  ),
  forBooking('takes a caller without facets for an agent', 'API-AGENT-CLAIMS-ABSENT', [
    requires,
    'if (requireAgent && actor.size > 0 && !actor.has("11"))',
  ]),
  forBooking(
    'looks for 11 in the text of the facets',
    'API-FACET-SET',
    agentIf("text.includes('11')"),
  ),
  forBooking(
    'looks for 11 between the ends of words',
    'API-FACET-SET',
    agentIf('/\\b11\\b/.test(text)'),
  ),
  forBooking(
    'wants the facets that it has seen',
    'API-FACET-SET',
    agentIf(
      "wordsOf(text).includes('11') && wordsOf(text).every((one) => ['3', '9', '11'].includes(one))",
    ),
  ),
  forBooking(
    'reads facets as numbers',
    'API-FACET-SET',
    agentIf('wordsOf(text).map(Number).includes(11)'),
  ),
  forBooking(
    'reads the beginning of facets as numbers',
    'API-FACET-SET',
    agentIf('wordsOf(text).some((one) => parseInt(one) === 11)'),
  ),
  forBooking('lets in every agent identity', 'API-AGENT-IDENTITY', [allows, 'if (false)']),
  forBooking('compares ids but for their last digit', 'API-AGENT-IDENTITY', [
    allows,
    'if (agents && !agents.some((one) => one.slice(0, -1) === client.slice(0, -1)))',
  ]),
  forBooking(
    'lets in whoever has the blueprint of its agent',
    'API-AGENT-IDENTITY',
    ['return async (authorization', 'let parent\n  return async (authorization'],
    [
      allows,
      'if (agents?.includes(client)) parent = claims.xms_par_app_azp\n    if (agents && claims.xms_par_app_azp !== parent)',
    ],
  ),
]
