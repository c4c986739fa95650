import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { assertionClaims, atTokenEndpoint, refused, type TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

/** Takes of the assertions that break a rule only those that `isTaken` says. */
function waived(
  rule: string,
  isTaken: (
    assertion: { readonly claims: Readonly<Record<string, unknown>>; readonly nowSeconds: number },
    asked: TokenRequest,
  ) => boolean,
  refusedWith: number,
): InProcessOptions {
  return {
    waivedRules: [rule],
    ...atTokenEndpoint(async (asked, pass) => {
      const answer = await pass()
      const assertion = asked.form.get('client_assertion')
      if (!answer.ok || !assertion) return answer
      const body = (await answer.clone().json()) as { readonly access_token: string }
      const nowSeconds = Number(assertionClaims(body.access_token).iat) + 300
      const { claims } = readJwt(assertion) ?? { claims: {} }
      if (isTaken({ claims, nowSeconds }, asked)) return answer
      return refused(asked, 'invalid_client', refusedWith, 401)
    }),
  }
}

const endpoint = ({ request, tenant }: TokenRequest) =>
  `${new URL(request.url).origin}/${tenant}/oauth2/v2.0/token`

/** The rule on audiences of certificates, with one more audience. */
function alsoFor(audience: RegExp): InProcessOptions {
  return waived(
    'CERT-AUDIENCE',
    ({ claims }, asked) =>
      !('appid' in claims || 'azp' in claims) && typeof claims.aud === 'string'
        ? claims.aud === endpoint(asked) || audience.test(claims.aud)
        : true,
    700023,
  )
}

function stillAfter(rule: string, leeway: number): InProcessOptions {
  return waived(rule, ({ claims, nowSeconds }) => Number(claims.exp) + leeway > nowSeconds, 700024)
}

/** Servers that examine assertions, but not to the end. */
export const assertionsTaken: readonly BrokenProvider[] = [
  {
    name: 'takes a certificate assertion for the issuer of the tenant',
    breaks: ['CERT-AUDIENCE'],
    options: alsoFor(/^https:\/\/[^/]+\/[^/]+\/v2\.0\/?$/),
  },
  {
    name: 'takes a certificate assertion for the token endpoint of another tenant',
    breaks: ['CERT-AUDIENCE'],
    options: alsoFor(/^https:\/\/[^/]+\/[^/]+\/oauth2\/v2\.0\/token$/),
  },
  {
    name: 'takes a certificate assertion for its host alone',
    breaks: ['CERT-AUDIENCE'],
    options: alsoFor(/^https:\/\/[^/]+\/?$/),
  },
  {
    name: 'takes a certificate assertion for the token endpoint with a slash behind it',
    breaks: ['CERT-AUDIENCE'],
    options: alsoFor(/\/token\/$/),
  },
  {
    name: 'takes T1 an hour after its expiry',
    breaks: ['T1-EXPIRED'],
    options: stillAfter('T1-EXPIRED', 3600),
  },
  {
    name: 'takes a certificate assertion an hour after its expiry',
    breaks: ['CERT-EXPIRED'],
    options: stillAfter('CERT-EXPIRED', 3600),
  },
  {
    name: 'takes a federated token a day after its expiry',
    breaks: ['FIC-EXPIRED'],
    options: stillAfter('FIC-EXPIRED', 86_400),
  },
]
