import type { ClientFetch } from '../../client/index.ts'
import { also, type BrokenClient } from './broken-client.ts'
import { writtenByHand } from './unseen-client.ts'
import type { Letter, Parts } from './unseen-client-parts.ts'

const sendAgain = (send: ClientFetch, url: string, { headers, form }: Letter) => {
  const { signal } = new AbortController()
  const body = form.toString()
  return send(url, { method: 'POST', headers, body, redirect: 'manual', signal })
}

const get = (send: ClientFetch, url: string, headers: Record<string, string> = {}) => {
  const { signal } = new AbortController()
  return send(url, { method: 'GET', headers, redirect: 'manual', signal }).catch(() => undefined)
}

const following = (follow: Parts['follow']) => writtenByHand({ follow })

const targetOf = (answer: Response, letter: Letter): URL | undefined => {
  const to = answer.headers.get('location')
  const isRedirect = answer.status >= 300 && answer.status < 400
  return isRedirect && to !== null ? new URL(to, letter.url) : undefined
}

/** Clients written by hand that find their way to the wrong place. */
export const findingByHand: readonly BrokenClient[] = [
  {
    name: 'by hand: follows a redirect of the second step',
    breaks: 'ANSWER-REDIRECT',
    alsoBreaks: [...also('its scenarios meet the same fault', 'AUTHORITY-CREDENTIAL')],
    seams: following(async (answer, letter, send) => {
      const to = targetOf(answer, letter)
      if (to === undefined || letter.leg === 't1') return answer
      return sendAgain(send, to.href, letter)
    }),
  },
  {
    name: 'by hand: follows a redirect to a host whose name ends like its own',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: following(async (answer, letter, send) => {
      const to = targetOf(answer, letter)
      const own = letter.url.hostname.split('.').slice(-1).join('.')
      return to?.hostname.endsWith(own) ? sendAgain(send, to.href, letter) : answer
    }),
  },
  {
    name: 'by hand: follows a redirect by a GET with everything in the URL',
    breaks: 'SEND-IN-BODY',
    seenBy: 'ANSWER-REDIRECT',
    alsoBreaks: [
      ...also(
        'its scenarios meet the same fault',
        'LEG-FMI-PATH',
        'ANSWER-REDIRECT',
        'AUTHORITY-CREDENTIAL',
      ),
    ],
    seams: following(async (answer, letter, send) => {
      const to = targetOf(answer, letter)
      if (to === undefined) return answer
      to.search = letter.form.toString()
      return (await get(send, to.href)) ?? answer
    }),
  },
  {
    name: 'by hand: tries a region when the authority is down',
    breaks: 'AUTHORITY-CREDENTIAL',
    seenBy: 'RETRY-ENDS',
    seams: following(async (answer, letter, send) => {
      if (answer.status < 500) return answer
      const url = `https://westus.login.microsoft.com${letter.url.pathname}`
      return sendAgain(send, url, letter).catch(() => answer)
    }),
  },
  {
    name: 'by hand: tries every organization when its tenant refuses',
    breaks: 'AUTHORITY-TENANT',
    seenBy: 'AUTHORITY-CREDENTIAL',
    alsoBreaks: [
      ...also(
        'its scenarios meet the same fault',
        'SIGN-AUDIENCE',
        'RETRY-REFUSED',
        'FAILURE-DETAILS',
        'FAILURE-PROSE',
        'CONCURRENT-SHARED',
      ),
    ],
    seams: following(async (answer, letter, send) => {
      if (![400, 401].includes(answer.status)) return answer
      const { origin } = letter.url
      return sendAgain(send, `${origin}/organizations/oauth2/v2.0/token`, letter)
    }),
  },
  {
    name: 'by hand: tries the old endpoint when the new one refuses',
    breaks: 'AUTHORITY-CREDENTIAL',
    alsoBreaks: [
      ...also(
        'its scenarios meet the same fault',
        'FAILURE-DETAILS',
        'RENEW-REFUSED-T1',
        'FAILURE-PROSE',
      ),
    ],
    seams: following(async (answer, letter, send) => {
      if (![400, 401].includes(answer.status)) return answer
      return sendAgain(send, letter.url.href.replace('/v2.0/', '/'), letter)
    }),
  },
  {
    name: 'by hand: tries its token at the resource',
    breaks: 'AUTHORITY-CREDENTIAL',
    alsoBreaks: [...also('its scenarios meet the same fault', 'AUTHORITY-HOST')],
    seams: following(async (answer, { leg }, send) => {
      if (leg === 't1' || answer.status !== 200) return answer
      const { access_token: token } = await answer.clone().json()
      await get(send, 'https://graph.microsoft.com/v1.0/me', { authorization: `Bearer ${token}` })
      return answer
    }),
  },
  {
    name: 'by hand: shows T1 when it reads the configuration',
    breaks: 'LEG-T1-BEARER',
    seams: following(async (answer, { asked, t1 }, send) => {
      const url = `${asked.setup.authorityHost}/${asked.tenantId}/v2.0/.well-known/openid-configuration`
      await get(send, url, { authorization: `Bearer ${t1}` })
      return answer
    }),
  },
  {
    name: 'by hand: asks the public cloud whether its authority exists',
    breaks: 'AUTHORITY-HOST',
    seams: following(async (answer, letter, send) => {
      const authority = encodeURIComponent(letter.url.href.replace('/token', '/authorize'))
      const query = `api-version=1.1&authorization_endpoint=${authority}`
      await get(send, `https://login.microsoftonline.com/common/discovery/instance?${query}`)
      return answer
    }),
  },
]
