import { readJwt } from '../../wire/jwt.ts'
import { isT1 } from '../token-kinds.ts'
import { assertionClaims, atTokenEndpoint, withValues } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Form = URLSearchParams

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Another assertion type is jwt-bearer where the test says so. */
const reading = (name: string, isTaken: (type: string, form: Form) => boolean): BrokenProvider => ({
  name,
  breaks: ['ASSERT-TYPE'],
  options: atTokenEndpoint(async ({ form }, pass) => {
    const type = form.get('client_assertion_type')
    if (!type || !isTaken(type, form)) return pass()
    return pass(withValues(form, { client_assertion_type: jwtBearer }))
  }),
})

const isOfT1 = (form: Form) => isT1(assertionClaims(form.get('client_assertion')))

/** Assertion types that are not that of a JWT. */
export const assertionTypesTaken: readonly BrokenProvider[] = [
  reading('a T1 comes with any assertion type', (_, form) => isOfT1(form)),
  reading('a certificate assertion comes with any assertion type', (_, form) => !isOfT1(form)),
  reading('a JWT may have the assertion type of SAML', (type) => type.endsWith('saml2-bearer')),
  reading('an assertion type is known by its end', (type) => type.endsWith('jwt-bearer')),
  reading(
    'an assertion that is a JWT needs no right assertion type',
    (_, form) => readJwt(form.get('client_assertion') ?? '') !== undefined,
  ),
]
