import { also, type BrokenClient } from './broken-client.ts'
import { forPeopleByHand } from './delegated-client/index.ts'
import { type Call, type Letter, right } from './delegated-client/parts.ts'
import { proveBySecret } from './people-exchanging.ts'

function renewing(change: (letter: Letter) => void) {
  return forPeopleByHand({
    letter: (letter) => {
      if (letter.leg === 'refresh') change(letter)
    },
  })
}

const ofAgent = (flow: Call['flow']) => (call: Call) =>
  call.flow === flow ? `${call.agent} ${call.scope}` : right.nameOfRefreshToken(call)

const another = also('the token is about another person', 'PERSON-OWN-TOKEN')

/** How clients renew the tokens of people, and must not. */
export const renewingForOthers: readonly BrokenClient[] = [
  {
    name: 'renews with the secret of the blueprint',
    breaks: 'RENEW-PERSON-CREDENTIAL',
    seams: renewing(proveBySecret),
  },
  {
    name: 'renews without any credential',
    breaks: 'RENEW-PERSON-CREDENTIAL',
    seams: renewing(({ form }) => {
      form.delete('client_assertion')
      form.delete('client_assertion_type')
    }),
  },
  {
    name: 'renews with T2',
    breaks: 'RENEW-PERSON-CREDENTIAL',
    alsoBreaks: also('T2 has expired by then', 'RENEW-ASSERTION'),
    seams: (() => {
      const last = new WeakMap<object, string>()
      return forPeopleByHand({
        letter: ({ leg, form, t2, call: { setup } }) => {
          if (t2 !== undefined) last.set(setup, t2)
          const known = last.get(setup)
          if (leg === 'refresh' && known !== undefined) form.set('client_assertion', known)
        },
      })
    })(),
  },
  {
    name: 'renews with the T1 of the first request',
    breaks: 'RENEW-ASSERTION',
    seenBy: 'RENEW-PERSON-CREDENTIAL',
    alsoBreaks: also('the demand stands beside it', 'RENEW-PERSON-CREDENTIAL'),
    seams: (() => {
      const first = new WeakMap<object, string>()
      return forPeopleByHand({
        letter: ({ leg, form, t1, call: { setup } }) => {
          if (t1 !== undefined && !first.has(setup)) first.set(setup, t1)
          const known = first.get(setup)
          if (leg === 'refresh' && known !== undefined) form.set('client_assertion', known)
        },
      })
    })(),
  },
  {
    name: 'keeps one refresh token for all people of an agent identity',
    breaks: 'RENEW-OWN-PERSON',
    alsoBreaks: another,
    seams: forPeopleByHand({ nameOfRefreshToken: ofAgent('obo') }),
  },
  {
    name: 'keeps one refresh token for all users of an agent identity',
    breaks: 'RENEW-OWN-PERSON',
    alsoBreaks: another,
    seams: forPeopleByHand({ nameOfRefreshToken: ofAgent('agentUser') }),
  },
  {
    name: 'gives up when its refresh token is refused',
    breaks: 'RENEW-ANEW',
    seams: forPeopleByHand({ startsAnew: () => false }),
  },
  {
    name: 'keeps the tokens of people beyond their end',
    breaks: 'PERSON-STALE',
    seams: forPeopleByHand({
      isFresh: (held, nowMs, leg) => leg === 'token' || right.isFresh(held, nowMs, leg),
    }),
  },
  {
    name: 'hands out the token that it could not renew',
    breaks: 'PERSON-STALE',
    seams: forPeopleByHand({
      tell: (error, call, kept) => {
        const known = kept.get(right.nameOfToken(call) ?? '')
        return known ? { token: known.token } : { error }
      },
    }),
  },
]
