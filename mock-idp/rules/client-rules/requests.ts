import type { ClientRule } from '../rule.ts'
import { client, flowDocument } from './client-rule.ts'

const certificateCredentials = 'learn.microsoft.com/entra/identity-platform/certificate-credentials'

/** What the requests of a client say. */
export const requestRules: readonly ClientRule[] = [
  client(
    'LEG-FMI-PATH',
    'MUST',
    'The fmi_path of the agent identity is sent once, with the request for T1',
    'documented',
    flowDocument,
  ),
  client(
    'LEG-CREDENTIAL',
    'MUST',
    'The blueprint credential obtains T1, and T1 alone obtains the agent token',
    'documented',
    flowDocument,
  ),
  client(
    'LEG-SCOPE',
    'MUST',
    'T1 is asked for the token exchange, and the agent token for the resource',
    'documented',
    flowDocument,
  ),
  client(
    'AUTHORITY-TENANT',
    'MUST',
    'Every step of a flow asks the same tenant',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/3632',
  ),
  client(
    'AUTHORITY-CALL-TENANT',
    'MUST',
    'A tenant that is named for one call is asked in every step of it',
    'third-party',
    'github.com/microsoft/Agents-for-js/issues/954',
  ),
  client(
    'CLOUD-AUDIENCE',
    'MUST',
    'The token exchange has an audience of its own in each cloud',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/2749',
  ),
  client(
    'INPUT-BLANK',
    'MUST',
    'A blank agent identity is refused before any request',
    'third-party',
    'github.com/microsoft/Agent365-Samples/issues/116',
  ),
  client(
    'RETRY-DISCOVERY',
    'SHOULD',
    'Discovery that failed is not repeated with every call',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/5804',
  ),
  client(
    'AUTHORITY-HOST',
    'MUST',
    'No host is asked but that of the authority',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-js/issues/4586',
  ),
  client(
    'SIGN-AUDIENCE',
    'MUST',
    'A client assertion is for the token endpoint that it is sent to',
    'documented',
    certificateCredentials,
  ),
  client(
    'SIGN-HEADER',
    'MUST',
    'The header of a client assertion has the form that RFC 7515 gives it',
    'documented',
    'RFC 7515 section 4.1; learn.microsoft.com/entra/identity-platform/certificate-credentials',
  ),
  client(
    'SIGN-CHAIN',
    'SHOULD',
    'An x5c that is sent holds the whole chain of the certificate',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-python/pull/918',
  ),
  client(
    'SIGN-CLAIMS',
    'MUST',
    'A client assertion names the client as issuer and subject, and its end',
    'documented',
    'RFC 7523 section 3; learn.microsoft.com/entra/identity-platform/certificate-credentials',
  ),
  client(
    'SIGN-THUMBPRINT',
    'SHOULD',
    'The thumbprint of a certificate is written in base64url without padding',
    'documented',
    'RFC 7515 sections 2, 4.1.7 and 4.1.8',
  ),
]
