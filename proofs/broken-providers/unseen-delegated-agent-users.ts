import { exchange } from '../token-kinds.ts'
import type { TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asksAgentUser,
  atDelegated,
  type Described,
  enablingUsers,
  goodT2,
  lenient,
  lenientWithin,
  numberOf,
  secondCredential,
  someAnswer,
  value,
} from './delegated-provider.ts'

const isT1 = ({ sub }: { readonly sub?: unknown }) => String(sub).startsWith('/eid1/')

/** Agent users that somebody gets tokens of who must not. */
export const unseenDelegatedAgentUsers: readonly BrokenProvider[] = [
  {
    name: 'T2 of a sibling is taken',
    breaks: ['USERFIC-CREDENTIAL-AGENT'],
    options: lenient([700213], (asked) => !isT1(secondCredential(asked)), goodT2),
  },
  {
    name: 'T1 is taken as T2',
    breaks: ['USERFIC-CREDENTIAL-AGENT'],
    options: lenient([700213], (asked) => isT1(secondCredential(asked)), goodT2),
  },
  {
    name: 'T2 that has expired is taken for a user named by name',
    breaks: ['USERFIC-EXPIRED'],
    options: lenient([700024], (asked) => asked.form.has('username'), goodT2),
  },
  {
    name: 'T2 that has expired is taken for a user named by object id',
    breaks: ['USERFIC-EXPIRED'],
    options: lenient(
      [700024],
      (asked) => asksAgentUser(asked) && asked.form.has('user_id'),
      goodT2,
    ),
  },
  {
    name: 'the signature of T2 is not looked at where its claims were issued',
    breaks: ['USERFIC-SIGNATURE'],
    options: lenient([7000274, 7000272], (asked) => asksAgentUser(asked), goodT2),
  },
  {
    name: 'a Graph token of the agent is taken as T2',
    breaks: ['USERFIC-AUDIENCE'],
    options: lenient(
      [700212, 7000274, 7000272, 700211],
      (asked) => secondCredential(asked).ver === '1.0',
      goodT2,
    ),
  },
  {
    name: 'an agent token for an API is taken as T2',
    breaks: ['USERFIC-AUDIENCE'],
    options: lenient(
      [700212],
      (asked) => secondCredential(asked).ver === '2.0' && secondCredential(asked).aud !== exchange,
      goodT2,
    ),
  },
  {
    name: 'T2 of another tenant is taken',
    breaks: ['USERFIC-ISSUER'],
    options: lenient(
      [700211, 7000272, 7000274],
      (asked) => asksAgentUser(asked) && secondCredential(asked).tid !== asked.tenant,
      goodT2,
    ),
  },
  {
    name: 'an empty T2 is as good as one',
    breaks: ['USERFIC-CREDENTIAL-PRESENT'],
    options: lenient(
      [900144],
      (asked) => asked.form.get('user_federated_identity_credential') === '',
      goodT2,
    ),
  },
  {
    name: 'the user account of another agent is served by its name',
    breaks: ['USERFIC-PARENT'],
    options: ofOthers((asked) => asked.form.has('username')),
  },
  {
    name: 'a person is served by object id as if an agent user',
    breaks: ['USERFIC-PARENT'],
    options: ofOthers((asked) => asked.form.has('user_id')),
  },
  {
    name: 'of both names of a user the user principal name counts, whosever it is',
    breaks: ['USERFIC-PARENT'],
    options: atDelegated(async ({ asked, pass, within }) => {
      const isBoth = asked.form.has('username') && asked.form.has('user_id')
      if (!asksAgentUser(asked) || !isBoth) return pass()
      const form = new URLSearchParams(asked.form)
      form.delete('user_id')
      return within(adopting, form)
    }),
  },
  {
    name: 'an agent that names no user gets a token of its only one',
    breaks: ['USERFIC-USER-PRESENT'],
    options: lenient([900144], asksAgentUser, async ({ asked, tenant }) => {
      if (value(asked, 'username') || value(asked, 'user_id')) return undefined
      const { users } = await tenant()
      const own = users.find((one) => one.identityParentId === value(asked, 'client_id'))
      return own && { user_id: own.id }
    }),
  },
  {
    name: 'a user principal name may go on behind that of a user',
    breaks: ['USERFIC-USER-KNOWN'],
    options: lenient([50034], asksAgentUser, async ({ asked, tenant }) => {
      const { users } = await tenant()
      const own = users.find((one) => one.identityParentId === value(asked, 'client_id'))
      const name = value(asked, 'username') || value(asked, 'user_id')
      return own &&
        name &&
        !users.some(({ id, userPrincipalName: upn }) => [id, upn].includes(name))
        ? { user_id: own.id, username: undefined }
        : undefined
    }),
  },
  {
    name: 'a disabled agent user is served by name',
    breaks: ['USERFIC-USER-ENABLED'],
    options: lenientWithin(50057, (asked) => asked.form.has('username'), enablingUsers),
  },
  {
    name: 'a disabled agent user is served by object id',
    breaks: ['USERFIC-USER-ENABLED'],
    options: lenientWithin(50057, (asked) => asked.form.has('user_id'), enablingUsers),
  },
  {
    name: 'an ordinary application gets tokens with user_fic',
    breaks: ['USERFIC-CLIENT'],
    options: atDelegated(async ({ asked, pass }) => {
      const answer = await pass()
      const isRefused = asksAgentUser(asked) && (await numberOf(answer)) === 70003
      return isRefused ? someAnswer() : answer
    }),
  },
]

function adopting(tenant: Described, asked: TokenRequest) {
  const parent = value(asked, 'client_id').toLowerCase()
  const names = [value(asked, 'user_id'), value(asked, 'username')].map((one) => one.toLowerCase())
  return {
    ...tenant,
    users: tenant.users.map((one) =>
      names.includes(one.id) || names.includes(one.userPrincipalName.toLowerCase())
        ? { ...one, identityParentId: parent }
        : one,
    ),
    permissionGrants: [
      ...tenant.permissionGrants,
      { client: parent, resource: '00000003-0000-0000-c000-000000000000', scope: 'User.Read' },
    ],
  }
}

/** Users that are not those of the agent, as if they were. */
function ofOthers(about: (asked: TokenRequest) => boolean) {
  return lenientWithin(50034, (asked) => asksAgentUser(asked) && about(asked), adopting)
}
