import {
  always,
  type Claims,
  exchange,
  holdsForADay,
  isAgent,
  isForApi,
  isForResource,
  isOfBlueprint,
  isT1,
  isT2,
  nobody,
  said,
} from '../token-kinds.ts'
import type { BrokenProvider } from './broken-provider.ts'

const without = (name: string) => () => ({ [name]: undefined })
const isOfApplication = (claims: Claims) =>
  isForResource(claims) && !isAgent(claims) && !isOfBlueprint(claims)
const inAnotherTenant = (text: unknown) => String(text).replace(/[0-9a-f-]{36}/, nobody)

/** Tokens that say too much, too little or something else. */
export const claimsWrong: readonly BrokenProvider[] = [
  {
    name: 'T1 names the principal of nobody',
    breaks: ['TOKEN-T1'],
    options: said(isT1, () => ({ oid: nobody })),
  },
  {
    name: 'T1 lacks the mark of a federated identity credential',
    breaks: ['TOKEN-T1'],
    options: said(isT1, without('xms_ficinfo')),
  },
  {
    name: 'T1 names the agent identity in a claim of its own',
    breaks: ['TOKEN-T1'],
    options: said(isT1, ({ sub }) => ({ agent: String(sub).split('/').at(-1) })),
  },
  {
    name: 'T1 is for another resource than the token exchange',
    breaks: ['TOKEN-T1', 'TOKEN-FORM'],
    options: said(isT1, () => ({ aud: nobody })),
  },
  {
    name: 'T2 names the blueprint as its client',
    breaks: ['TOKEN-T2'],
    options: said(isT2, ({ xms_par_app_azp }) => ({ azp: xms_par_app_azp })),
  },
  {
    name: 'T2 lacks its parent',
    breaks: ['TOKEN-T2'],
    options: said(isT2, without('xms_par_app_azp')),
  },
  {
    name: 'the token of an agent identity lacks its parent',
    breaks: ['TOKEN-AGENT'],
    options: said(isAgent, without('xms_par_app_azp')),
  },
  {
    name: 'the token of an agent identity names the blueprint as its client',
    breaks: ['TOKEN-AGENT'],
    options: said(isAgent, ({ xms_par_app_azp }) => ({ appid: xms_par_app_azp })),
  },
  {
    name: 'the token of an agent identity is that of a user',
    breaks: ['TOKEN-AGENT'],
    options: said(isAgent, () => ({ idtyp: 'user' })),
  },
  {
    name: 'the subject of the token of an agent identity is not its object',
    breaks: ['TOKEN-AGENT'],
    options: said(isAgent, () => ({ sub: nobody })),
  },
  {
    name: 'the token of an agent identity is of another tenant',
    breaks: ['TOKEN-AGENT', 'TOKEN-FORM'],
    options: said(isAgent, () => ({ tid: nobody })),
  },
  {
    name: 'the token of an agent identity is issued by another tenant',
    breaks: ['TOKEN-AGENT', 'TOKEN-FORM'],
    options: said(isAgent, ({ iss }) => ({ iss: inAnotherTenant(iss) })),
  },
  {
    name: 'version 1 tokens name the version 2 issuer',
    breaks: ['TOKEN-FORM'],
    options: said(isForResource, ({ ver, iss }) => (ver === '1.0' ? { iss: `${iss}v2.0` } : {})),
  },
  {
    name: 'version 2 tokens name the version 1 issuer',
    breaks: ['TOKEN-FORM'],
    options: said(isForApi, ({ iss }) => ({ iss: String(iss).replace(/v2\.0$/, '') })),
  },
  {
    name: 'version 1 tokens name their client as version 2 does',
    breaks: ['TOKEN-FORM'],
    options: said(isForResource, ({ appid }) =>
      appid === undefined ? {} : { appid: undefined, azp: appid },
    ),
  },
  {
    name: 'tokens for a custom API are for the token exchange',
    breaks: ['TOKEN-FORM', 'TOKEN-API'],
    options: said(isForApi, () => ({ aud: exchange })),
  },
  {
    name: 'a custom API learns the parent of the agent identity unasked',
    breaks: ['TOKEN-API'],
    options: said(isForApi, () => ({ xms_par_app_azp: nobody })),
  },
  {
    name: 'the token of a blueprint has a parent',
    breaks: ['TOKEN-BLUEPRINT'],
    options: said(isOfBlueprint, () => ({ xms_par_app_azp: nobody })),
  },
  {
    name: 'the token of a blueprint does not say when it was made',
    breaks: ['TOKEN-BLUEPRINT'],
    options: said(isOfBlueprint, without('xms_acd')),
  },
  {
    name: 'the token of an application has the facets of an agent',
    breaks: ['TOKEN-APPLICATION'],
    options: said(isOfApplication, () => ({ xms_act_fct: '3 9 11' })),
  },
  {
    name: 'roles that were granted are missing',
    breaks: ['TOKEN-ROLES'],
    options: said(isForResource, without('roles')),
  },
  {
    name: 'a single facet comes without a decoy',
    breaks: ['TOKEN-FACETS'],
    options: said(always, ({ xms_idrel }) => (xms_idrel === undefined ? {} : { xms_idrel: '7' })),
  },
  {
    name: 'facets are a list',
    breaks: ['TOKEN-FACETS'],
    options: said(always, ({ xms_act_fct }) =>
      xms_act_fct === undefined ? {} : { xms_act_fct: String(xms_act_fct).split(' ') },
    ),
  },
  {
    name: 'the token of a managed identity names no client',
    breaks: ['MI-TOKEN'],
    options: said(holdsForADay, without('azp')),
  },
]
