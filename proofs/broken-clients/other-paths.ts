import type { Seams } from '../../engine/clients/reference.ts'
import type { BrokenClient } from './broken-client.ts'
import { answers, type Exchange, successOf } from './on-the-wire.ts'

type Form = Readonly<Record<string, string | null | undefined>>

/** Posts one more form to a path of the authority that is not that of the token endpoint, after each answer. */
function postsTo(
  path: string,
  formOf: (exchange: Exchange, token: string) => Form,
): Pick<Seams, 'network'> {
  return answers(() => async (exchange) => {
    const answer = await exchange.forward()
    const token = String((await successOf(answer))?.access_token ?? '')
    const sent = Object.entries(formOf(exchange, token)).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    )
    if (sent.length === 0) return answer
    const { origin, pathname } = new URL(exchange.url)
    const own = path.replace('TENANT', pathname.split('/')[1] ?? '')
    const body = new URLSearchParams(sent).toString()
    await exchange.send(`${origin}${own}`, { ...exchange.init, body }).catch(() => undefined)
    return answer
  })
}

const secretOf = ({ form }: Exchange) => form.get('client_secret')
const t1Of = ({ leg, form }: Exchange) => (leg === 'redemption' ? form.get('client_assertion') : '')

/** Credentials at other paths of the authority, in requests that name no client. */
export const postingElsewhere: readonly BrokenClient[] = [
  {
    name: 'revokes with its client secret and without its id',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: postsTo('/TENANT/oauth2/v2.0/revoke', (exchange) => ({
      client_secret: secretOf(exchange),
    })),
  },
  {
    name: 'revokes at a path without a tenant',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: postsTo('/oauth2/v2.0/revoke', (exchange) => ({ client_secret: secretOf(exchange) })),
  },
  {
    name: 'introspects T1 and names nobody',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: postsTo('/introspect', (exchange) => ({ token: t1Of(exchange) })),
  },
  {
    name: 'introspects the token that it got and names nobody',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: postsTo('/TENANT/oauth2/v2.0/introspect', ({ leg }, token) => ({
      token: leg === 'redemption' ? token : undefined,
    })),
  },
  {
    name: 'proves itself by T1 where it logs out',
    breaks: 'AUTHORITY-CREDENTIAL',
    seams: postsTo('/TENANT/oauth2/v2.0/logout', (exchange) => ({
      client_assertion: t1Of(exchange),
    })),
  },
]
