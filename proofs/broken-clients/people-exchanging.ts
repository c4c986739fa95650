import type { ClientFetch } from '../../client/index.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { forPeopleByHand } from './delegated-client/index.ts'
import type { Call, Letter } from './delegated-client/parts.ts'
import { failed } from './unseen-failure.ts'

/** The parameters of one step leave otherwise than they should. */
function writes(leg: Letter['leg'], change: (letter: Letter) => void) {
  return forPeopleByHand({
    letter: (letter) => {
      if (letter.leg === leg) change(letter)
    },
  })
}

/** Ends every call of a flow before the first request. */
function givesUp(flow: Call['flow']) {
  return forPeopleByHand({
    before: async (call) => {
      if (call.flow === flow) throw failed({ kind: 'client', message: 'not implemented' })
    },
  })
}

/** The secret of the blueprint in place of T1. Only with a secret can a client do so. */
export function proveBySecret({ form, call: { setup } }: Letter): void {
  if (setup.credential.type !== 'secret') return
  form.delete('client_assertion')
  form.delete('client_assertion_type')
  form.set('client_secret', setup.credential.value)
}

/** Sends a refused request once more, changed. */
export function sendsAgain(
  leg: Letter['leg'],
  change: (letter: Letter, text: string) => void,
): (answer: Response, letter: Letter, send: ClientFetch) => Promise<Response> {
  return async (answer, letter, send) => {
    if (letter.leg !== leg || answer.status !== 400) return answer
    const other = { ...letter, form: new URLSearchParams(letter.form) }
    change(other, await answer.clone().text())
    const { signal } = new AbortController()
    const { headers, form } = other
    const init = { method: 'POST', headers, body: form.toString(), redirect: 'manual' } as const
    return send(letter.url.href, { ...init, signal })
  }
}

const nothingExchanged = also(
  'the provider refuses it, so that no token comes of it',
  'LEG-OBO-TOKEN',
)

/** A request of the agent itself: what a client sends that has given up on the person. */
export function asAgent({ form, t1 = '' }: Letter): void {
  for (const name of ['assertion', 'requested_token_use', 'user_id', 'username']) form.delete(name)
  form.delete('user_federated_identity_credential')
  form.set('grant_type', 'client_credentials')
  form.set('scope', String(form.get('scope')).split(' ')[0] ?? '')
  form.set('client_assertion', t1)
}

/** How clients exchange the token of a person, and must not. */
export const exchangingWrongly: readonly BrokenClient[] = [
  {
    name: 'declares the flow obo, and cannot do it',
    breaks: 'LEG-OBO-TOKEN',
    seams: givesUp('obo'),
  },
  {
    name: 'asks for a scope that nobody granted in an exchange',
    breaks: 'LEG-SCOPE',
    seenBy: 'LEG-OBO-TOKEN',
    alsoBreaks: nothingExchanged,
    seams: writes('obo', ({ form }) =>
      form.set('scope', 'https://graph.microsoft.com/Sites.Read.All'),
    ),
  },
  {
    name: 'declares the flow agentUser, and cannot do it',
    breaks: 'LEG-USER-TOKEN',
    seams: givesUp('agentUser'),
  },
  {
    name: 'exchanges the token of a person as the blueprint, with its secret',
    breaks: 'LEG-OBO-CLIENT',
    alsoBreaks: nothingExchanged,
    seams: writes('obo', (letter) => {
      letter.form.set('client_id', letter.call.setup.blueprintClientId)
      proveBySecret(letter)
    }),
  },
  {
    name: 'exchanges the token of a person as the blueprint, with T1',
    breaks: 'LEG-OBO-CLIENT',
    alsoBreaks: [...nothingExchanged, ...also('T1 is for the agent identity', 'LEG-CREDENTIAL')],
    seams: writes('obo', ({ form, call }) => form.set('client_id', call.setup.blueprintClientId)),
  },
  {
    name: 'tries an exchange as the blueprint when the agent identity is refused',
    breaks: 'LEG-OBO-CLIENT',
    seams: forPeopleByHand({
      follow: sendsAgain('obo', (letter) => {
        letter.form.set('client_id', letter.call.setup.blueprintClientId)
        proveBySecret(letter)
      }),
    }),
  },
  {
    name: 'proves an exchange with the secret of the blueprint under the id of the agent identity',
    breaks: 'LEG-OBO-CREDENTIAL',
    alsoBreaks: nothingExchanged,
    seams: writes('obo', proveBySecret),
  },
  {
    name: 'proves an exchange with T1 and with the secret of the blueprint',
    breaks: 'LEG-OBO-CREDENTIAL',
    alsoBreaks: [...nothingExchanged, ...also('there are two', 'SEND-ONE-CREDENTIAL')],
    seams: writes('obo', ({ form, call: { setup } }) => {
      if (setup.credential.type === 'secret') form.set('client_secret', setup.credential.value)
    }),
  },
  {
    name: 'proves an exchange with the token of the person',
    breaks: 'LEG-OBO-CREDENTIAL',
    alsoBreaks: nothingExchanged,
    seams: writes('obo', ({ form, call }) => form.set('client_assertion', call.assertion)),
  },
  {
    name: 'proves an exchange with T1 of the agent identity that came before',
    breaks: 'LEG-CREDENTIAL',
    seenBy: 'LEG-OBO-CREDENTIAL',
    alsoBreaks: also('the provider takes no T1 of another', 'LEG-OBO-CREDENTIAL'),
    seams: forPeopleByHand({ nameOfT1: () => 't1' }),
  },
  {
    name: 'does not say what an exchange is for',
    breaks: 'LEG-OBO-USE',
    toleratedBy: ['OBO-USE'],
    seams: writes('obo', ({ form }) => form.delete('requested_token_use')),
  },
  {
    name: 'says that an exchange is for impersonation',
    breaks: 'LEG-OBO-USE',
    toleratedBy: ['OBO-USE'],
    seams: writes('obo', ({ form }) => form.set('requested_token_use', 'impersonation')),
  },
  {
    name: 'exchanges the token of the first caller for everybody',
    breaks: 'LEG-OBO-ASSERTION',
    alsoBreaks: also('everybody acts as the first', 'PERSON-OWN-TOKEN'),
    seams: (() => {
      const first = new WeakMap<object, string>()
      return writes('obo', ({ form, call }) => {
        const assertion = first.get(call.setup) ?? call.assertion
        first.set(call.setup, assertion)
        form.set('assertion', assertion)
      })
    })(),
  },
  {
    name: 'exchanges a token that it has written anew',
    breaks: 'LEG-OBO-ASSERTION',
    alsoBreaks: nothingExchanged,
    seams: writes('obo', ({ form, call: { assertion } }) => {
      const [header = '', claims = '', signature = ''] = assertion.split('.')
      const members: Readonly<Record<string, unknown>> = JSON.parse(
        Buffer.from(claims, 'base64url').toString(),
      )
      const rewritten = Buffer.from(JSON.stringify({ ...members, scp: 'all' }))
      form.set('assertion', `${header}.${rewritten.toString('base64url')}.${signature}`)
    }),
  },
  {
    name: 'sends a refused exchange three times',
    breaks: 'PERSON-UNUSABLE',
    alsoBreaks: also('missing consent and challenges meet the same fault', 'RETRY-CONSENT'),
    seams: forPeopleByHand({
      attemptsAfter: (reply, { leg }) => (leg === 'obo' && reply?.status === 400 ? 3 : 1),
    }),
  },
  {
    name: 'returns the token of its caller when the exchange is refused',
    breaks: 'PERSON-UNUSABLE',
    alsoBreaks: also('it was not issued to the client', 'RECIPIENT-OWN-TOKEN'),
    seams: forPeopleByHand({
      tell: (error, { assertion }) => (error.status === 400 ? { token: assertion } : { error }),
    }),
  },
  {
    name: 'sends an exchange without a token of a person',
    breaks: 'PERSON-INPUT',
    alsoBreaks: also('the token is as it was given', 'SEND-MISSING-VALUE'),
    seams: forPeopleByHand({
      hear: (wanted, setup) => ({
        flow: wanted.flow === 'agentUser' ? 'agentUser' : 'obo',
        agent: wanted.agentIdentity ?? '',
        tenantId: wanted.tenantId ?? setup.tenantId,
        scope: wanted.scope,
        isForced: false,
        assertion: wanted.userAssertion ?? '',
        user: wanted.user,
        claims: wanted.claims,
        setup,
      }),
    }),
  },
]
