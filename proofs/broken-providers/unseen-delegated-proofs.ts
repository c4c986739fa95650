import { exchange } from '../token-kinds.ts'
import { assertionClaims, type TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import {
  asksAgentUser,
  asksDelegated,
  asksOnBehalf,
  asksRefresh,
  enablingUsers,
  goodT1,
  lenient,
  lenientWithin,
  onceTaken,
  value,
} from './delegated-provider.ts'

type Test = (asked: TokenRequest) => boolean
const hasAppliedFor = (asked: TokenRequest) => assertionClaims(asked.form.get('client_assertion'))
const isT1 = ({ sub }: { readonly sub?: unknown }) => String(sub).startsWith('/eid1/')
const ofT1 = [7000272, 7000274, 700211, 700212, 700213, 7002137, 7002138, 700024, 700222]
const withoutRule = (rule: string, test: Test, numbers: readonly number[], name: string) => ({
  name,
  breaks: [rule],
  options: lenient(numbers, test, goodT1),
})

/** Proofs of clients that are taken where a token is about a user, and requests that are read otherwise. */
export const unseenDelegatedProofs: readonly BrokenProvider[] = [
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
    name: 'somebody who was disabled since is served with a token of before',
    breaks: ['OBO-USER-ENABLED'],
    options: lenientWithin(50057, asksOnBehalf, enablingUsers),
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
