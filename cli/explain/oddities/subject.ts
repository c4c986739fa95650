import { claimOf, textOf } from '../claims.ts'
import { agentFacet, agentUserFacet, hasFacet } from '../facets.ts'
import { isExchangeAudience, isGraphAudience } from '../known-resources.ts'
import { clientOf, isUserToken } from '../token-kind.ts'
import { type Check, oddity } from './oddity.ts'

const userNames = ['upn', 'unique_name', 'preferred_username', 'name']

const lacksAgentClaims: Check = ({ kind, claims }) => {
  if (kind !== 'agent-without-claims' || isGraphAudience(claims.aud)) return undefined
  return oddity(
    'It looks like a token of an agent identity, but no claim says so: custom APIs do not get the agent claims by default.',
    'To get them, list xms_act_fct, xms_sub_fct, xms_idrel, xms_par_app_azp and idtyp in optionalClaims.accessToken of the resource application. Until then, do not require xms_par_app_azp.',
  )
}

const lacksParent: Check = ({ claims }) => {
  if (!hasFacet(claims, 'xms_act_fct', agentFacet)) return undefined
  if (textOf(claims, 'xms_par_app_azp') !== undefined) return undefined
  return oddity(
    'Facet 11 says that an agent acts, but xms_par_app_azp does not name its blueprint.',
    'List xms_par_app_azp among the optional claims of the resource application.',
  )
}

const lacksFacet: Check = ({ claims }) => {
  if (textOf(claims, 'xms_par_app_azp') === undefined) return undefined
  if (hasFacet(claims, 'xms_act_fct', agentFacet)) return undefined
  return oddity(
    'It names a parent blueprint, but xms_act_fct lacks facet 11 of an agent.',
    'List xms_act_fct among the optional claims of the resource application. Split the claim at spaces and look for 11, in any order.',
  )
}

const isSomebodyElse: Check = ({ kind, claims }) => {
  if (kind !== 'agent') return undefined
  const client = clientOf(claims)
  if (client === claims.oid && client === claims.sub) return undefined
  return oddity(
    'Client, oid and sub differ; in every captured token of an agent identity they are one id.',
    'Find out who issued it, and which of them you rely on.',
  )
}

const usedSecret: Check = ({ kind, claims }) => {
  const kinds = ['agent', 'agent-for-user', 'agent-user', 't2']
  const how = textOf(claims, 'azpacr') ?? textOf(claims, 'appidacr')
  if (!kinds.includes(kind) || how === undefined || how === '2') return undefined
  return oddity(
    `An agent identity authenticated with credential kind ${how}, but it has no secrets, only T1, which is kind 2.`,
    'Find out who issued it.',
  )
}

const isOfUser: Check = ({ kind, claims }) => {
  if (kind === 'client-assertion' || !isUserToken(claims)) return undefined
  return oddity(
    'It represents a user. The autonomous flow yields app-only tokens, and Entra refuses this one as a federated credential (AADSTS700229).',
    'Where an application acts for itself, check that idtyp is app and that there is no scp.',
  )
}

const isAppWithUser: Check = ({ claims }) => {
  if (textOf(claims, 'idtyp') !== 'app') return undefined
  const found = [...userNames, 'scp'].filter((name) => textOf(claims, name) !== undefined)
  if (found.length === 0) return undefined
  return oddity(
    `It is app-only, but has claims of a user: ${found.join(', ')}.`,
    'Do not use them for authorization. Find out who issued it.',
  )
}

const isAgentUserApp: Check = ({ claims }) =>
  textOf(claims, 'idtyp') === 'app' && hasFacet(claims, 'xms_sub_fct', agentUserFacet)
    ? oddity(
        "Its subject has facet 13 of an agent's user account, but it is app-only.",
        'Find out who issued it.',
      )
    : undefined

const mayDoNothing: Check = ({ kind, claims }) => {
  const isAgent = kind === 'agent' || kind === 'agent-without-claims'
  if (!isAgent || claimOf(claims, 'roles') !== undefined || isExchangeAudience(claims.aud))
    return undefined
  return oddity(
    'It carries no roles: the agent identity has no application permission for this resource.',
    'Grant an app role to the agent identity, wait a minute or two, and get a new token.',
  )
}

export const subjectChecks: readonly Check[] = [
  isOfUser,
  lacksAgentClaims,
  lacksParent,
  lacksFacet,
  isSomebodyElse,
  usedSecret,
  isAppWithUser,
  isAgentUserApp,
  mayDoNothing,
]
