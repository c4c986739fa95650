import type { ClientRule } from '../rule.ts'
import { client, flowDocument, opinion } from './client-rule.ts'

/** Whom a client contacts, and what it takes there. */
export const contactRules: readonly ClientRule[] = [
  client(
    'AUTHORITY-CREDENTIAL',
    'MUST',
    'A credential or T1 goes to the token endpoint of the authority and nowhere else',
    'standard',
    'RFC 9110 section 15.4 (credentials in redirects); RFC 7523 section 3 (an assertion is for its audience)',
  ),
  client(
    'AUTHORITY-TLS',
    'MUST',
    'A client sends nothing to a server whose certificate is not valid for it',
    'standard',
    'RFC 9110 section 4.3.4; RFC 6749 section 3.2 (TLS); RFC 9525 section 6',
  ),
  client(
    'AUTHORITY-PLAIN-HTTP',
    'MUST',
    'A client sends nothing over plain http to another machine',
    'standard',
    'RFC 6749 sections 3.2 and 10.8 (credentials are not sent in the clear)',
  ),
  client(
    'LEG-T1-BEARER',
    'MUST',
    'T1 is an assertion for the token endpoint, and no resource receives it',
    'documented',
    `${flowDocument}; RFC 6750 section 5.2 (a token is for its audience)`,
  ),
  client(
    'LEG-WHOLE-SCOPE',
    'MUST',
    'A client requests every scope of a call, or refuses the call',
    'standard',
    'RFC 6749 section 3.3; learn.microsoft.com/entra/identity-platform/scopes-oidc (one resource per request)',
  ),
  client(
    'SEND-CORRELATION',
    'SHOULD',
    'Each call has a correlation id of its own',
    'inferred',
    opinion,
  ),
]
