import { isOfUser } from '../token-kinds.ts'
import { saidTo, type TokenRequest, withValues } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asksAgentUser,
  asksDelegated,
  asksOnBehalf,
  asksRefresh,
  atDelegated,
  type Described,
  lenientWithin,
  numberOf,
  value,
} from './delegated-provider.ts'
import { agentIn, blueprintIn, clientOf, type Grants } from './grants-of-agents.ts'

const graph = '00000003-0000-0000-c000-000000000000'

/** Tokens without consent: as if the agent had been granted for everybody what these grants say. */
const counting = (
  which: (grants: Grants, tenant: Described, asked: TokenRequest) => Grants,
  about: (asked: TokenRequest) => boolean = asksDelegated,
) =>
  lenientWithin(65001, about, (tenant, asked) => {
    const counted = which(tenant.permissionGrants, tenant, asked)
    const more = counted.map(({ resource, scope }) => ({
      client: clientOf(asked),
      resource,
      scope,
    }))
    return { ...tenant, permissionGrants: [...tenant.permissionGrants, ...more] }
  })

/** Consent that counts although it is another. */
export const unseenDelegatedConsent: readonly BrokenProvider[] = [
  {
    name: 'the consent of one person counts for the others',
    breaks: ['CONSENT-DELEGATED'],
    options: counting(
      (grants, _, asked) =>
        grants.filter(({ client, user }) => client === clientOf(asked) && user !== undefined),
      asksOnBehalf,
    ),
  },
  {
    name: 'the consent of a person counts for the agent user',
    breaks: ['CONSENT-DELEGATED'],
    options: counting(
      (grants, _, asked) =>
        grants.filter(({ client, user }) => client === clientOf(asked) && user !== undefined),
      asksAgentUser,
    ),
  },
  {
    name: 'the consent to one agent counts for its siblings',
    breaks: ['CONSENT-DELEGATED'],
    options: counting((grants, tenant, asked) => {
      const siblings = tenant.agentIdentities
        .filter(({ blueprint }) => blueprint === agentIn(tenant, asked)?.blueprint)
        .map(({ id }) => id)
      return grants.filter(({ client }) => siblings.includes(client) && client !== clientOf(asked))
    }),
  },
  {
    name: 'the consent to one resource counts for others',
    breaks: ['CONSENT-DELEGATED'],
    options: counting((grants, tenant, asked) =>
      grants
        .filter(({ client }) => client === clientOf(asked))
        .flatMap((grant) =>
          [graph, ...tenant.resources.map(({ appId }) => appId)].map((resource) => ({
            ...grant,
            resource,
          })),
        ),
    ),
  },
  {
    name: 'agents inherit all that their blueprint was granted',
    breaks: ['CONSENT-DELEGATED'],
    options: counting((grants, tenant, asked) =>
      grants.filter(
        ({ client, user }) => client === agentIn(tenant, asked)?.blueprint && user === undefined,
      ),
    ),
  },
  {
    name: 'agents inherit what one person granted to their blueprint',
    breaks: ['CONSENT-DELEGATED'],
    options: counting((grants, tenant, asked) =>
      grants.filter(
        ({ client, user, resource }) =>
          client === agentIn(tenant, asked)?.blueprint &&
          user !== undefined &&
          blueprintIn(tenant, asked)?.inheritablePermissions?.some(
            (one) => one.resource === resource,
          ),
      ),
    ),
  },
  {
    name: 'what the client of the user may do its agent may do',
    breaks: ['CONSENT-DELEGATED'],
    options: counting((grants, tenant) => {
      const clients = tenant.applications.map(({ appId }) => appId)
      return grants.filter(({ client }) => clients.includes(client))
    }, asksOnBehalf),
  },
  {
    name: 'the roles of an agent count as consent of people',
    breaks: ['CONSENT-DELEGATED'],
    options: counting((_, tenant, asked) =>
      (agentIn(tenant, asked)?.appRoles ?? []).map(({ resource, role }) => ({
        client: clientOf(asked),
        resource,
        scope: role,
      })),
    ),
  },
  {
    name: 'consent to openid is consent to a resource',
    breaks: ['CONSENT-DELEGATED'],
    options: counting((grants, _, asked) =>
      grants
        .filter(({ client, scope }) => client === clientOf(asked) && /openid|profile/.test(scope))
        .map((grant) => ({ ...grant, scope: 'User.Read' })),
    ),
  },
  {
    name: 'of the permissions that are asked for those that were granted are enough',
    breaks: ['CONSENT-DELEGATED'],
    options: atDelegated(async ({ asked, pass }) => {
      const answer = await pass()
      if ((await numberOf(answer)) !== 65001) return answer
      for (const scope of value(asked, 'scope').split(' ')) {
        if (scope.endsWith('/.default')) continue
        const again = await pass(withValues(asked.form, { scope }))
        if (again.ok) return again
      }
      return answer
    }),
  },
  {
    name: 'a refresh token brings what was withdrawn since',
    breaks: ['CONSENT-DELEGATED'],
    options: counting(
      () => [{ client: '', resource: graph, scope: 'User.Read Mail.Read' }],
      asksRefresh,
    ),
  },
  {
    name: 'a refresh token brings any permission of its resource',
    breaks: ['CONSENT-DELEGATED'],
    options: counting((_, _tenant, asked) => {
      const names = value(asked, 'scope')
        .split(' ')
        .map((scope) => scope.split('/').at(-1) ?? '')
      const scope = names.filter((name) => name !== '.default').join(' ')
      return scope.trim() === '' ? [] : [{ client: '', resource: graph, scope }]
    }, asksRefresh),
  },
  {
    name: 'a withdrawn consent counts for who got a token before',
    breaks: ['CONSENT-DELEGATED'],
    options: onceConsented(),
  },
  {
    name: 'the token of one person names what another granted as well',
    breaks: ['TOKEN-SCOPES'],
    options: atDelegated(async ({ asked, pass, within }) => {
      const answer = await pass()
      if (!answer.ok || !asksOnBehalf(asked)) return answer
      return within((tenant) => ({
        ...tenant,
        permissionGrants: tenant.permissionGrants.map((grant) =>
          grant.client === clientOf(asked)
            ? { client: grant.client, resource: grant.resource, scope: grant.scope }
            : grant,
        ),
      }))
    }),
  },
  {
    name: 'a token with .default names all that the API publishes',
    breaks: ['TOKEN-SCOPES'],
    options: saidTo(
      (asked, claims) => isOfUser(claims) && /\.default/.test(value(asked, 'scope')),
      ({ scp }) => ({ scp: `${scp} Files.ReadWrite.All` }),
    ),
  },
]

function onceConsented() {
  const granted = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    const user = value(asked, 'assertion') || value(asked, 'user_id') || value(asked, 'username')
    const key = [asked.tenant, clientOf(asked), user, value(asked, 'scope')].join(' ')
    const answer = await pass()
    if ((await numberOf(answer)) === 65001) return granted.get(key)?.clone() ?? answer
    if (answer.ok) granted.set(key, answer.clone())
    return answer
  })
}
