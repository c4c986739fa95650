import { exchange } from '../token-kinds.ts'
import { assertionClaims, type TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asksAgentUser,
  asksDelegated,
  asksOnBehalf,
  asksRefresh,
  atDelegated,
  goodT1,
  goodT2,
  goodUserToken,
  lenient,
  lenientWithin,
  numberOf,
  secondCredential,
  someAnswer,
  userToken,
  value,
} from './delegated-provider.ts'

type Test = (asked: TokenRequest) => boolean
const nowSeconds = () => Math.floor(Date.now() / 1000)
const signature = (jwt: string) => jwt.split('.')[2] ?? ''
const hasAppliedFor = (asked: TokenRequest) => assertionClaims(asked.form.get('client_assertion'))
const isT1 = ({ sub }: { readonly sub?: unknown }) => String(sub).startsWith('/eid1/')
const ofT1 = [7000272, 7000274, 700211, 700212, 700213, 7002137, 7002138, 700024, 700222]
const ofUserToken = [50013, 500131, 50027]
const withoutRule = (rule: string, test: Test, numbers: readonly number[], name: string) => ({
  name,
  breaks: [rule],
  options: lenient(numbers, test, goodT1),
})

/** Proofs that are taken although they prove nothing, or somebody else. */
export const unseenDelegatedProofs: readonly BrokenProvider[] = [
  {
    name: 'a token of the user for any blueprint of the tenant is taken',
    breaks: ['OBO-ASSERTION-AUDIENCE'],
    options: lenientBlueprint(),
  },
  {
    name: 'a token of the user for the agent itself is taken',
    breaks: ['OBO-ASSERTION-AUDIENCE'],
    options: lenient(
      ofUserToken,
      (asked) => String(userToken(asked).aud).includes(value(asked, 'client_id')),
      goodUserToken,
    ),
  },
  {
    name: 'a token of the user for a custom API is taken',
    breaks: ['OBO-ASSERTION-AUDIENCE'],
    options: lenient([500131], (asked) => userToken(asked).ver === '2.0', goodUserToken),
  },
  {
    name: 'a token of the user that has expired is taken for a day',
    breaks: ['OBO-ASSERTION-TIME'],
    options: lenient(
      [500133],
      (asked) => Number(userToken(asked).exp) > nowSeconds() - 86_400,
      goodUserToken,
    ),
  },
  {
    name: 'a token of the user that was taken once is taken for good',
    breaks: ['OBO-ASSERTION-TIME'],
    options: onceTaken(500133),
  },
  {
    name: 'a token of the user that starts later is taken',
    breaks: ['OBO-ASSERTION-TIME'],
    options: lenient(
      [500133],
      (asked) => Number(userToken(asked).exp) > nowSeconds() + 60,
      goodUserToken,
    ),
  },
  {
    name: 'the signature of the token of the user is looked at only for its length',
    breaks: ['OBO-ASSERTION-SIGNATURE'],
    options: lenient(
      [50013],
      (asked) =>
        signature(value(asked, 'assertion')).length === 342 && userToken(asked).ver === '2.0',
      goodUserToken,
    ),
  },
  {
    name: 'a token of the user without a signature is taken',
    breaks: ['OBO-ASSERTION-SIGNATURE', 'OBO-ASSERTION-FORM'],
    options: lenient(
      ofUserToken,
      (asked) => signature(value(asked, 'assertion')) === '',
      goodUserToken,
    ),
  },
  {
    name: 'the Graph token that an agent got for the user is taken as the token of the user',
    breaks: ['OBO-ASSERTION-GRAPH'],
    options: lenient(
      ofUserToken,
      (asked) => userToken(asked).xms_par_app_azp !== undefined,
      goodUserToken,
    ),
  },
  {
    name: 'an id_token for the blueprint is taken as the token of the user',
    breaks: ['OBO-ASSERTION-ID-TOKEN'],
    options: lenient([240002], (asked) => userToken(asked).nonce === undefined, goodUserToken),
  },
  {
    name: 'the token of an application for the blueprint is taken as that of a user',
    breaks: ['OBO-ASSERTION-USER'],
    options: lenient([7000114], asksOnBehalf, goodUserToken),
  },
  {
    name: 'the token of a user of another tenant is taken',
    breaks: ['OBO-ASSERTION-TENANT'],
    options: lenient(
      ofUserToken,
      (asked) => userToken(asked).tid !== undefined && userToken(asked).tid !== asked.tenant,
      goodUserToken,
    ),
  },
  {
    name: 'any value of requested_token_use is on_behalf_of',
    breaks: ['OBO-USE'],
    options: lenient(
      [900144],
      (asked) => asksOnBehalf(asked) && value(asked, 'requested_token_use') !== '',
      () => ({ requested_token_use: 'on_behalf_of' }),
    ),
  },
  {
    name: 'a blueprint with an assertion acts on behalf of users',
    breaks: ['OBO-BLUEPRINT'],
    options: atDelegated(async ({ asked, pass }) => {
      const answer = await pass()
      const isRefused = (await numberOf(answer)) === 82002
      return isRefused && asked.form.has('client_assertion') ? someAnswer() : answer
    }),
  },
  ...[asksOnBehalf, asksAgentUser, asksRefresh].flatMap((test, at) => {
    const whom = ['on behalf of a user', 'as an agent user', 'with a refresh token'][at]
    const doing = (what: string) => `an agent that asks ${whom} is taken ${what}`
    const claims = (asked: TokenRequest) => hasAppliedFor(asked)
    return [
      withoutRule(
        'T1-AGENT',
        (asked) => test(asked) && isT1(claims(asked)),
        [7002137],
        doing('with the T1 of its sibling'),
      ),
      withoutRule(
        'T1-EXPIRED',
        (asked) => test(asked) && isT1(claims(asked)),
        [700024],
        doing('with a T1 that has expired'),
      ),
      withoutRule(
        'T1-SIGNATURE',
        (asked) => test(asked) && isT1(claims(asked)),
        [7000272, 7000274],
        doing('with a T1 that was changed'),
      ),
      withoutRule(
        'T1-SUBJECT',
        (asked) => test(asked) && claims(asked).aud === exchange && !isT1(claims(asked)),
        ofT1,
        doing('with its T2 as T1'),
      ),
      withoutRule('CRED-PRESENT', test, [7000218, 7000216], doing('without any proof')),
      withoutRule(
        'CRED-AGENT-SECRET',
        (asked) => test(asked) && asked.form.has('client_secret'),
        [7000215, 7000218, 7000232, 7000233, 700030],
        doing('with the secret of its blueprint'),
      ),
    ]
  }),
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
    breaks: ['USERFIC-PARENT', 'TOKEN-AGENT-USER'],
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
    options: lenientWithin(50057, (asked) => asked.form.has('username'), enablingAll),
  },
  {
    name: 'a disabled agent user is served by object id',
    breaks: ['USERFIC-USER-ENABLED'],
    options: lenientWithin(50057, (asked) => asked.form.has('user_id'), enablingAll),
  },
  {
    name: 'somebody who was disabled since is served with a token of before',
    breaks: ['OBO-USER-ENABLED'],
    options: lenientWithin(50057, asksOnBehalf, enablingAll),
  },
  {
    name: 'a person who called before is served after being removed',
    breaks: ['OBO-USER-KNOWN'],
    options: onceTaken(50034),
  },
  {
    name: 'a disabled agent gets tokens on behalf of people',
    breaks: ['CLIENT-ENABLED'],
    options: lenientWithin(7000112, asksDelegated, (tenant) => ({
      ...tenant,
      agentIdentities: tenant.agentIdentities.map((one) => ({ ...one, enabled: true })),
    })),
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
  {
    name: 'of several resources that an agent user asks for the first counts',
    breaks: ['SCOPE-ONE-RESOURCE'],
    options: lenient([700022], asksAgentUser, ({ asked }) => ({
      scope: value(asked, 'scope').split(' ')[0] ?? '',
    })),
  },
  {
    name: '.default beside a permission is .default where a token is renewed',
    breaks: ['SCOPE-DEFAULT-ALONE'],
    options: lenient([70011], asksRefresh, ({ asked }) => ({
      scope: value(asked, 'scope')
        .split(' ')
        .filter((scope) => scope.endsWith('.default'))
        .join(' '),
    })),
  },
  {
    name: 'of two tokens of users the last is taken',
    breaks: ['REQ-REPEATED'],
    options: lenient([9000411], asksOnBehalf, ({ asked }) => ({
      assertion: asked.form.getAll('assertion').at(-1),
    })),
  },
  {
    name: 'of two users of an agent the last is taken',
    breaks: ['REQ-REPEATED'],
    options: lenient([9000411], asksAgentUser, ({ asked }) => ({
      user_id: asked.form.getAll('user_id').at(-1),
    })),
  },
]

function adopting(tenant: Parameters<Parameters<typeof lenientWithin>[2]>[0], asked: TokenRequest) {
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
function ofOthers(about: Test) {
  return lenientWithin(50034, (asked) => asksAgentUser(asked) && about(asked), adopting)
}

function enablingAll(tenant: Parameters<Parameters<typeof lenientWithin>[2]>[0]) {
  return { ...tenant, users: tenant.users.map((one) => ({ ...one, enabled: true })) }
}

/** A token of the user that was taken before is taken again, where it would be refused for this number. */
function onceTaken(number: number) {
  const granted = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    if (!asksOnBehalf(asked)) return answer
    const key = `${asked.tenant} ${value(asked, 'client_id')} ${value(asked, 'assertion')}`
    if ((await numberOf(answer)) === number) return granted.get(key)?.clone() ?? answer
    if (answer.ok) granted.set(key, answer.clone())
    return answer
  })
}

/** The token of the user is for another blueprint than the parent of the agent. */
function lenientBlueprint() {
  return atDelegated(async (insider) => {
    const { asked, pass, tenant } = insider
    const answer = await pass()
    const number = await numberOf(answer)
    if (number === undefined || !ofUserToken.includes(number)) return answer
    const { blueprints } = await tenant()
    const audience = String(userToken(asked).aud).replace('api://', '')
    if (!blueprints.some(({ appId }) => appId === audience)) return answer
    const { assertion } = await goodUserToken(insider)
    const form = new URLSearchParams(asked.form)
    form.set('assertion', assertion ?? '')
    const again = await pass(form)
    return again.ok ? again : someAnswer()
  })
}
