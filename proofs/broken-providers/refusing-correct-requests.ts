import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { readJwt } from '../../wire/jwt.ts'
import { atTokenEndpoint, refused, type TokenRequest } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

/** A provider that refuses what is right. */
function refusing(
  isRefused: (asked: TokenRequest) => boolean,
  error = 'invalid_request',
): InProcessOptions {
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    return answer.ok && isRefused(asked) ? refused(asked, error, 9002313, 400) : answer
  })
}

const jwtOf = ({ form }: TokenRequest) => readJwt(form.get('client_assertion') ?? '')

/** Providers that refuse what is right. */
export const correctRequestsRefused: readonly BrokenProvider[] = [
  {
    name: 'refuses a form with a charset',
    breaks: ['REQ-CONTENT-TYPE'],
    options: refusing(
      ({ request }) => request.headers.get('content-type')?.includes('charset') ?? false,
    ),
  },
  {
    name: 'refuses HTTP Basic',
    breaks: ['CRED-SECRET', 'CRED-BASIC-CLIENT'],
    options: refusing(({ request }) => request.headers.has('authorization'), 'invalid_client'),
  },
  {
    name: 'refuses a certificate assertion without iat',
    breaks: ['CERT-START', 'ASSERT-CLAIMS', 'CERT-KNOWN', 'ASSERT-VALUES'],
    options: refusing((asked) => {
      const { iat, uti } = jwtOf(asked)?.claims ?? { iat: 1 }
      return iat === undefined && uti === undefined
    }, 'invalid_client'),
  },
  {
    name: 'refuses a certificate assertion whose times are text',
    breaks: ['ASSERT-VALUES', 'ASSERT-EXP', 'CERT-EXPIRED', 'CERT-START'],
    options: refusing((asked) => typeof jwtOf(asked)?.claims.exp === 'string', 'invalid_client'),
  },
  {
    name: 'refuses PS256',
    breaks: ['ASSERT-ALG', 'CERT-THUMBPRINT'],
    options: refusing((asked) => jwtOf(asked)?.header.alg === 'PS256', 'invalid_client'),
  },
  {
    name: 'refuses a tenant that is named by its domain',
    breaks: ['TENANT-NAME'],
    options: refusing(({ tenant }) => tenant.includes('.')),
  },
  {
    name: 'refuses telemetry in the body',
    breaks: ['TOKEN-EXTRAS'],
    options: refusing(({ form }) => [...form.keys()].some((name) => /^x-/i.test(name))),
  },
]
