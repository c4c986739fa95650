import { also, type BrokenClient } from './broken-client.ts'
import { forPeopleByHand } from './delegated-client/index.ts'
import {
  type Call,
  claimsIn,
  type Held,
  type Letter,
  personOf,
  right,
} from './delegated-client/parts.ts'
import { perClient } from './on-the-wire.ts'
import { proveBySecret, sendsAgain } from './people-exchanging.ts'
import { parsed } from './unseen-client-parts.ts'

const firsts = perClient(() => new Map<string, string>())
const lasts = perClient<{ claims?: string; refreshToken?: string | null }>(() => ({}))

/** Presents the first refresh token of each call of these flows for ever. */
const firstForever = (flow: Call['flow']) =>
  forPeopleByHand({
    letter: ({ leg, form, call }) => {
      if (leg !== 'refresh' || call.flow !== flow) return
      const [known, name] = [firsts(call.setup), right.nameOfRefreshToken(call)]
      if (!known.has(name)) known.set(name, form.get('refresh_token') ?? '')
      form.set('refresh_token', known.get(name) ?? '')
    },
  })

/** The lifetime of the tokens of one step, read otherwise. */
const lasting = (leg: Letter['leg'], secondsOf: (body: ReturnType<typeof parsed>) => unknown) =>
  forPeopleByHand({
    read: (reply, nowMs, letter) => {
      const held = right.read(reply, nowMs, letter)
      if (letter.leg !== leg) return held
      return { ...held, endsMs: nowMs + Number(secondsOf(parsed(reply.text))) * 1000 }
    },
    refreshes: () => false,
  })

const keptOf = (kept: ReadonlyMap<string, Held>, call: Call) =>
  kept.get(right.nameOfToken(call) ?? '')

const handsOutWhatItKept = (flow: Call['flow']) =>
  forPeopleByHand({
    tell: (error, call, kept) => {
      const held = keptOf(kept, call)
      const isOutage = (error.status ?? 500) >= 500
      return call.flow === flow && isOutage && held ? { token: held.token } : { error }
    },
  })

const withSubjectToken = ({ form, call }: Letter) => {
  form.delete('assertion')
  form.set('grant_type', 'urn:ietf:params:oauth:grant-type:token-exchange')
  form.set('subject_token', call.assertion)
  form.set('subject_token_type', 'urn:ietf:params:oauth:token-type:access_token')
}

const withPassword = ({ form, t2 = '' }: Letter) => {
  form.delete('user_federated_identity_credential')
  form.set('grant_type', 'password')
  form.set('password', t2)
}

const noToken = (rule: string) => also('no token comes of it', rule)

/** How clients present what is old, or what is not theirs, and must not. */
export const presentingTheOld: readonly BrokenClient[] = [
  {
    name: 'renews the token of a person with its first refresh token for ever',
    breaks: 'RENEW-NEWEST',
    seams: firstForever('obo'),
  },
  {
    name: 'renews the token of an agent user with its first refresh token for ever',
    breaks: 'RENEW-NEWEST',
    seams: firstForever('agentUser'),
  },
  {
    name: 'keeps refresh tokens by person, whichever agent identity got them',
    breaks: 'RENEW-OWN-AGENT',
    seams: forPeopleByHand({
      nameOfRefreshToken: (call) =>
        JSON.stringify([call.flow, call.tenantId, call.scope, personOf(call)]),
    }),
  },
  {
    name: 'keeps refresh tokens by the object id of the person alone',
    breaks: 'RENEW-OWN-AGENT',
    seams: forPeopleByHand({
      nameOfRefreshToken: (call) =>
        JSON.stringify([call.flow, claimsIn(call.assertion).oid ?? personOf(call)]),
    }),
  },
  {
    name: 'renews as the blueprint, with its secret',
    breaks: 'RENEW-PERSON-CREDENTIAL',
    seams: forPeopleByHand({
      letter: (letter) => {
        if (letter.leg !== 'refresh') return
        letter.form.set('client_id', letter.call.setup.blueprintClientId)
        proveBySecret(letter)
      },
    }),
  },
  {
    name: 'hands out the expired token of a person while the provider is out of order',
    breaks: 'PERSON-STALE',
    seams: handsOutWhatItKept('obo'),
  },
  {
    name: 'hands out the expired token of an agent user while the provider is out of order',
    breaks: 'PERSON-STALE',
    seams: handsOutWhatItKept('agentUser'),
  },
  {
    name: 'keeps the token of a person for its extended lifetime',
    breaks: 'ANSWER-EXTENDED-LIFETIME',
    alsoBreaks: also('it says so', 'RECIPIENT-EXPIRY'),
    seams: lasting('obo', ({ ext_expires_in: seconds }) => seconds),
  },
  {
    name: 'keeps the token of an agent user for its extended lifetime',
    breaks: 'ANSWER-EXTENDED-LIFETIME',
    alsoBreaks: also('it says so', 'RECIPIENT-EXPIRY'),
    seams: lasting('agentUser', ({ ext_expires_in: seconds }) => seconds),
  },
  {
    name: 'does not keep the token that answers claims, and returns to the one before',
    breaks: 'CACHE-NEWEST',
    seams: forPeopleByHand({
      nameOfToken: (call) => (call.claims === undefined ? right.nameOfToken(call) : undefined),
    }),
  },
  {
    name: 'sends the claims of one call with all that follow',
    breaks: 'CACHE-CLAIMS',
    seams: forPeopleByHand({
      letter: ({ leg, form, call }) => {
        if (leg !== 'obo') return
        const last = lasts(call.setup)
        if (call.claims !== undefined) last.claims = call.claims
        if (last.claims !== undefined) form.set('claims', last.claims)
      },
    }),
  },
  {
    name: 'tries token exchange when an exchange is refused',
    breaks: 'LEG-GRANT',
    seams: forPeopleByHand({ follow: sendsAgain('obo', withSubjectToken) }),
  },
  {
    name: 'exchanges the token of a person by token exchange',
    breaks: 'LEG-GRANT',
    alsoBreaks: noToken('LEG-OBO-TOKEN'),
    seams: forPeopleByHand({
      letter: (letter) => {
        if (letter.leg === 'obo') withSubjectToken(letter)
      },
    }),
  },
  {
    name: 'asks for an agent user by password',
    breaks: 'LEG-GRANT',
    alsoBreaks: noToken('LEG-USER-TOKEN'),
    seams: forPeopleByHand({
      letter: (letter) => {
        if (letter.leg === 'agentUser') withPassword(letter)
      },
    }),
  },
  {
    name: 'tries the password grant when it is refused an agent user',
    breaks: 'LEG-GRANT',
    seams: forPeopleByHand({ follow: sendsAgain('agentUser', withPassword) }),
  },
  {
    name: 'quotes the refresh token when a renewal fails',
    breaks: 'LOG-SECRETS',
    seams: forPeopleByHand({
      letter: ({ leg, form, call }) => {
        if (leg === 'refresh') lasts(call.setup).refreshToken = form.get('refresh_token')
      },
      tell: (error, call) => {
        const message = `${error.message} with ${lasts(call.setup).refreshToken}`
        return { error: { ...error, message } }
      },
    }),
  },
]
