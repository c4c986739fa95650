import type { ClientFetch } from '../../client/index.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { forPeopleByHand } from './delegated-client/index.ts'
import { type Letter, right } from './delegated-client/parts.ts'
import { proveBySecret } from './people-exchanging.ts'

function writes(change: (letter: Letter) => void) {
  return forPeopleByHand({
    letter: (letter) => {
      if (letter.leg === 'agentUser') change(letter)
    },
  })
}

const noToken = also('the provider refuses it, so that no token comes of it', 'LEG-USER-TOKEN')

/** Asks Microsoft Graph with a token that is none of it. */
export async function asksGraph(token: string, origin: string, send: ClientFetch): Promise<void> {
  const { signal } = new AbortController()
  const headers = { authorization: `Bearer ${token}` }
  await send(`${origin}/v1.0/me`, { method: 'GET', headers, redirect: 'manual', signal })
}

/** What clients do for an agent user, and must not. */
export const actingAsUsersWrongly: readonly BrokenClient[] = [
  {
    name: 'asks for an agent user in the form of 2025',
    breaks: 'LEG-USER-GRANT',
    alsoBreaks: noToken,
    seams: writes(({ form, t2 = '' }) => {
      form.set('grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer')
      form.set('requested_token_use', 'on_behalf_of')
      form.set('assertion', t2)
      form.delete('user_federated_identity_credential')
    }),
  },
  {
    name: 'proves a request for an agent user with the secret of the blueprint',
    breaks: 'LEG-USER-CREDENTIAL',
    alsoBreaks: noToken,
    seams: writes(proveBySecret),
  },
  {
    name: 'proves a request for an agent user with T2',
    breaks: 'LEG-USER-CREDENTIAL',
    alsoBreaks: noToken,
    seams: writes(({ form, t2 = '' }) => form.set('client_assertion', t2)),
  },
  {
    name: 'proves a request for an agent user with T1 and the secret of the blueprint',
    breaks: 'LEG-USER-CREDENTIAL',
    alsoBreaks: [...noToken, ...also('there are two', 'SEND-ONE-CREDENTIAL')],
    seams: writes(({ form, call: { setup } }) => {
      if (setup.credential.type === 'secret') form.set('client_secret', setup.credential.value)
    }),
  },
  {
    name: 'sends T1 in place of T2',
    breaks: 'LEG-USER-T2',
    alsoBreaks: noToken,
    seams: writes(({ form, t1 = '' }) => form.set('user_federated_identity_credential', t1)),
  },
  {
    name: 'keeps T2 without the agent identity',
    breaks: 'LEG-USER-T2',
    seams: forPeopleByHand({ nameOfT2: () => 't2' }),
  },
  {
    name: 'names an agent user by user_id and by username',
    breaks: 'LEG-USER-ONE-NAME',
    seams: writes(({ form }) => {
      const [id, name] = [form.get('user_id'), form.get('username')]
      form.set('username', name ?? 'booking@contoso.example')
      if (id === null) form.set('user_id', '72000000-c0de-4a11-8000-000000000001')
    }),
  },
  {
    name: 'sends a user principal name as user_id',
    breaks: 'LEG-USER-NAME-KIND',
    seams: writes(({ form }) => {
      const name = form.get('username')
      if (name === null) return
      form.delete('username')
      form.set('user_id', name)
    }),
  },
  {
    name: 'sends an object id as username',
    breaks: 'LEG-USER-NAME-KIND',
    alsoBreaks: noToken,
    seams: writes(({ form }) => {
      const id = form.get('user_id')
      if (id === null) return
      form.delete('user_id')
      form.set('username', id)
    }),
  },
  {
    name: 'returns T2 to its caller',
    breaks: 'LEG-T2-BEARER',
    alsoBreaks: also('it is no token for the resource', 'RECIPIENT-OWN-TOKEN'),
    seams: forPeopleByHand({
      result: (held, t2, call) => (t2 === undefined ? right.result(held, t2, call) : { token: t2 }),
    }),
  },
  {
    name: 'returns T2 to its caller when the agent user is refused',
    breaks: 'LEG-T2-BEARER',
    alsoBreaks: also('it is no token for the resource', 'RECIPIENT-OWN-TOKEN'),
    seams: (() => {
      const last = new WeakMap<object, string>()
      return forPeopleByHand({
        letter: ({ leg, t2, call: { setup } }) => {
          if (leg === 'agentUser' && t2 !== undefined) last.set(setup, t2)
        },
        tell: (error, { setup }) => {
          const token = error.status === 400 ? last.get(setup) : undefined
          return token === undefined ? { error } : { token }
        },
      })
    })(),
  },
  {
    name: 'asks Microsoft Graph with T2 whether it works',
    breaks: 'LEG-T2-BEARER',
    seams: forPeopleByHand({
      follow: async (answer, { leg, t2 = '', url }, send) => {
        if (leg === 'agentUser') await asksGraph(t2, url.origin, send)
        return answer
      },
    }),
  },
  {
    name: 'keeps T2 for a day',
    breaks: 'RENEW-T2',
    seams: forPeopleByHand({
      isFresh: (held, nowMs, leg) =>
        leg === 't2' ? held.endsMs + 86_400_000 > nowMs : right.isFresh(held, nowMs, leg),
    }),
  },
  {
    name: 'presents T2 until an hour after its end',
    breaks: 'RENEW-T2',
    seams: forPeopleByHand({
      isFresh: (held, nowMs, leg) =>
        leg === 't2' ? held.endsMs + 3_601_000 > nowMs : right.isFresh(held, nowMs, leg),
    }),
  },
  {
    name: 'asks for an agent user without a name',
    breaks: 'PERSON-INPUT',
    alsoBreaks: also('an empty value is written out', 'SEND-MISSING-VALUE'),
    seams: forPeopleByHand({
      hear: (wanted, setup) => {
        const user = wanted.flow === 'agentUser' ? { oid: 'somebody' } : undefined
        const call = right.hear(user ? { ...wanted, user } : wanted, setup)
        return { ...call, user: wanted.user }
      },
    }),
  },
]
