import { also, type BrokenClient } from './broken-client.ts'
import { answers, type Outgoing, perClient, sendsFor, successOf } from './on-the-wire.ts'
import { withoutChecks } from './without-checks.ts'

const redeemedBefore = perClient(() => new Set<string>())
const lastRedemption = perClient(
  () => new Map<string, { readonly t1: string; readonly client: string | null }>(),
)

function isRedeemedAgain({ form, setup }: Outgoing): boolean {
  const t1 = form.get('client_assertion') ?? ''
  const before = redeemedBefore(setup)
  const isKnown = before.has(t1)
  before.add(t1)
  return isKnown
}

const tokensInstead = new Set<unknown>()

/** Asks in the name of the blueprint where the agent identity was refused. */
const fallsBack = answers(({ blueprintClientId, credential }) => async (exchange) => {
  const answer = await exchange.forward()
  const { leg, form, url, init, send } = exchange
  const isRefused = answer.status === 400 || answer.status === 401
  if (leg === 't1' || !isRefused || credential.type !== 'secret') return answer
  const body = new URLSearchParams({
    client_id: blueprintClientId,
    client_secret: credential.value,
    scope: form.get('scope') ?? '',
    grant_type: 'client_credentials',
  })
  const instead = await send(url, { ...init, body: body.toString() })
  tokensInstead.add((await successOf(instead))?.access_token)
  return instead
})

/** A fault of redemptions does not meet it. */
const noRedemption = also('the request looks like no redemption', 'RETRY-ENDS')

/** What a request says that it should not, or does not say that it should. */
export const sendingWrongly: readonly BrokenClient[] = [
  {
    name: 'sends fmi_path when it redeems T1 once more',
    breaks: 'LEG-FMI-PATH',
    alsoBreaks: [...noRedemption, ...also('nothing is left to be returned', 'CACHE-REUSE')],
    seenBy: 'CACHE-REUSE',
    toleratedBy: ['FMI-BLUEPRINT'],
    seams: sendsFor('redemption', (request) => {
      const { form } = request
      if (isRedeemedAgain(request)) form.set('fmi_path', form.get('client_id') ?? '')
    }),
  },
  {
    name: 'sends fmi_path twice',
    breaks: 'LEG-FMI-PATH',
    toleratedBy: ['REQ-REPEATED'],
    seams: sendsFor('t1', ({ form }) => form.append('fmi_path', form.get('fmi_path') ?? '')),
  },
  {
    name: 'writes fmi_path into the URL as well',
    breaks: 'LEG-FMI-PATH',
    seams: sendsFor('t1', ({ form, url }) =>
      url.searchParams.set('fmi_path', form.get('fmi_path') ?? ''),
    ),
  },
  {
    name: 'leaves fmi_path out when it renews T1',
    breaks: 'LEG-FMI-PATH',
    alsoBreaks: [...also('the fault shows when it renews', 'ANSWER-EXTENDED-LIFETIME')],
    seenBy: 'RENEW-TOKEN',
    seams: answers(() => {
      const known = new Set<string>()
      return async ({ forward, form, url, init, send }) => {
        const name = `${url} ${form.get('fmi_path')}`
        if (known.has(name)) form.delete('fmi_path')
        else if (form.has('fmi_path')) {
          const answer = await forward()
          if (answer.ok) known.add(name)
          return answer
        }
        return send(url, { ...init, body: form.toString() })
      }
    }),
  },
  {
    name: 'asks for T1 without fmi_path',
    breaks: 'LEG-FMI-PATH',
    seams: withoutChecks(sendsFor('t1', ({ form }) => form.delete('fmi_path')).network),
  },
  {
    name: 'proves itself with the client secret of the blueprint for another resource',
    breaks: 'LEG-CREDENTIAL',
    alsoBreaks: [...noRedemption, ...also('nothing is left to be returned', 'CACHE-REUSE')],
    seenBy: 'CACHE-REUSE',
    toleratedBy: ['CRED-AGENT-SECRET', 'CRED-SECRET'],
    seams: sendsFor('redemption', (request) => {
      const { form, setup } = request
      if (setup.credential.type !== 'secret' || !isRedeemedAgain(request)) return
      form.delete('client_assertion')
      form.delete('client_assertion_type')
      form.set('client_secret', setup.credential.value)
    }),
  },
  {
    name: 'presents the T1 of the agent identity that was served before',
    breaks: 'LEG-CREDENTIAL',
    seenBy: 'CACHE-PER-AGENT',
    alsoBreaks: also('the T1 of the second agent identity is not presented', 'CACHE-PER-AGENT'),
    toleratedBy: ['T1-AGENT'],
    seams: sendsFor('redemption', ({ form, url, setup }) => {
      const before = lastRedemption(setup)
      const mine = { t1: form.get('client_assertion') ?? '', client: form.get('client_id') }
      const last = before.get(url.pathname)
      before.set(url.pathname, mine)
      if (last && last.client !== mine.client) form.set('client_assertion', last.t1)
    }),
  },
  {
    name: 'hands out a token of the blueprint where T1 was not redeemed',
    breaks: 'LEG-CREDENTIAL',
    seenBy: 'RETRY-REFUSED',
    alsoBreaks: [
      ...also('the fault shows after a failure', 'RETRY-RECOVERS'),
      ...also('the fault shows when it renews', 'RENEW-FORCED'),
      ...also('the fault shows after a refusal', 'RENEW-REFUSED-T1', 'ANSWER-STATUS'),
      ...also('the refusal is not reported', 'LOG-SECRETS', 'RETRY-REFUSED', 'FAILURE-DETAILS'),
      ...also('a token of the blueprint is handed out', 'RECIPIENT-OWN-TOKEN'),
    ],
    seams: withoutChecks(fallsBack.network, (token) => tokensInstead.has(token)),
  },
  {
    name: 'asks for one permission instead of .default when it redeems T1',
    breaks: 'LEG-SCOPE',
    alsoBreaks: [
      ...also(
        'the token was issued for what was sent instead',
        'RECIPIENT-OWN-TOKEN',
        'CONCURRENT-TOKENS',
      ),
      ...also('it meets the same fault in a second tenant', 'CACHE-PER-TENANT'),
    ],
    toleratedBy: ['SCOPE-DEFAULT'],
    seams: sendsFor('redemption', ({ form }) =>
      form.set('scope', String(form.get('scope')).replace('/.default', '/User.Read.All')),
    ),
  },
  {
    name: 'asks for T1 by one permission of the token exchange',
    breaks: 'LEG-SCOPE',
    toleratedBy: ['SCOPE-DEFAULT'],
    seams: sendsFor('t1', ({ form }) =>
      form.set('scope', String(form.get('scope')).replace('/.default', '/user_impersonation')),
    ),
  },
  {
    name: 'asks for the token exchange of the public cloud in every cloud',
    breaks: 'CLOUD-AUDIENCE',
    seams: sendsFor('t1', ({ form }) => form.set('scope', 'api://AzureADTokenExchange/.default')),
  },
  {
    name: 'asks for the token exchange of the US Government cloud in China',
    breaks: 'CLOUD-AUDIENCE',
    seams: sendsFor('t1', ({ form }) =>
      form.set('scope', String(form.get('scope')).replace('China', 'USGov')),
    ),
  },
]
