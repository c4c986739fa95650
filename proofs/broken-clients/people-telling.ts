import { also, type BrokenClient } from './broken-client.ts'
import { forPeopleByHand } from './delegated-client/index.ts'
import type { Letter } from './delegated-client/parts.ts'
import { asksGraph } from './people-agent-users.ts'
import { parsed } from './unseen-client-parts.ts'

/** Follows a redirect with everything that it sent. */
function follows(leg: Letter['leg']) {
  return forPeopleByHand({
    follow: async (answer, letter, send) => {
      const location = answer.headers.get('location')
      if (letter.leg !== leg || location === null) return answer
      const { headers, form } = letter
      const { signal } = new AbortController()
      const init = { method: 'POST', headers, body: form.toString(), redirect: 'manual' } as const
      return send(location, { ...init, signal })
    },
  })
}

/** Writes something of a letter or its answer to the log. */
function writesDown(what: (letter: Letter, text: string) => string | undefined) {
  return forPeopleByHand({
    watch: (letter, reply, say) => {
      const text = what(letter, reply.text)
      if (text !== undefined) say(text)
    },
  })
}

const elsewhere = also('a credential went there too', 'AUTHORITY-CREDENTIAL', 'AUTHORITY-HOST')

const followed = also('everything went along', 'AUTHORITY-CREDENTIAL')

/** Where clients take the tokens of people, and must not. */
export const givingAwayPeople: readonly BrokenClient[] = [
  {
    name: 'asks Microsoft Graph with the token of the person who the person is',
    breaks: 'PERSON-TOKEN-ELSEWHERE',
    seams: forPeopleByHand({
      before: async ({ flow, assertion, setup }, send) => {
        if (flow === 'obo') await asksGraph(assertion, setup.authorityHost, send)
      },
    }),
  },
  {
    name: 'asks Microsoft Graph with the token of the person when the exchange is refused',
    breaks: 'PERSON-TOKEN-ELSEWHERE',
    seams: forPeopleByHand({
      follow: async (answer, { leg, call, url }, send) => {
        if (leg === 'obo' && answer.status === 400) {
          await asksGraph(call.assertion, url.origin, send)
        }
        return answer
      },
    }),
  },
  {
    name: 'has the token of the person checked by another service',
    breaks: 'PERSON-TOKEN-ELSEWHERE',
    alsoBreaks: elsewhere,
    seams: forPeopleByHand({
      before: async ({ assertion }, send) => {
        const { signal } = new AbortController()
        const headers = { authorization: `Bearer ${assertion}` }
        const init = { method: 'POST', headers, redirect: 'manual', signal } as const
        await send('https://jwt.example/check', init).catch(() => undefined)
      },
    }),
  },
  {
    name: 'has the token of the person checked at a path that the authority does not have',
    breaks: 'PERSON-TOKEN-ELSEWHERE',
    alsoBreaks: elsewhere,
    seams: forPeopleByHand({
      before: async ({ assertion, tenantId, setup }, send) => {
        const { signal } = new AbortController()
        const headers = { 'content-type': 'application/x-www-form-urlencoded' }
        const body = new URLSearchParams({ assertion }).toString()
        const init = { method: 'POST', headers, body, redirect: 'manual', signal } as const
        await send(`${setup.authorityHost}/${tenantId}/oauth2/v2.0/introspect`, init)
      },
    }),
  },
  {
    name: 'follows a redirected exchange with the token of the person',
    breaks: 'ANSWER-REDIRECT',
    alsoBreaks: followed,
    seams: follows('obo'),
  },
  {
    name: 'follows a redirected request for T2',
    breaks: 'ANSWER-REDIRECT',
    alsoBreaks: followed,
    seams: follows('t2'),
  },
  {
    name: 'follows a redirected request for an agent user with T2',
    breaks: 'ANSWER-REDIRECT',
    alsoBreaks: followed,
    seams: follows('agentUser'),
  },
  {
    name: 'writes the token of a person to its log',
    breaks: 'LOG-SECRETS',
    seams: writesDown(({ leg, call }) => (leg === 'obo' ? call.assertion : undefined)),
  },
  {
    name: 'writes the whole exchange to its log',
    breaks: 'LOG-SECRETS',
    seams: writesDown(({ leg, form }) => (leg === 'obo' ? form.toString() : undefined)),
  },
  {
    name: 'writes T2 to its log',
    breaks: 'LOG-SECRETS',
    seams: writesDown(({ t2 }) => t2),
  },
  {
    name: 'writes refresh tokens to its log',
    breaks: 'LOG-SECRETS',
    seams: writesDown((_, text) => {
      const { refresh_token: token } = parsed(text)
      return typeof token === 'string' ? `refresh_token: ${token}` : undefined
    }),
  },
  {
    name: 'puts the token of a person into the error of a refused exchange',
    breaks: 'LOG-SECRETS',
    seams: forPeopleByHand({
      tell: (error, { assertion }) => ({ error: { ...error, details: { assertion } } }),
    }),
  },
]
