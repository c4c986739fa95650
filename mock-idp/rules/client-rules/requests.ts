import type { ClientRule } from '../rule.ts'
import { client, flowDocument } from './client-rule.ts'

const certificateCredentials = 'learn.microsoft.com/entra/identity-platform/certificate-credentials'

/** What the requests of a client say. */
export const requestRules: readonly ClientRule[] = [
  client(
    'LEG-TOKEN',
    'MUST',
    'A client gets a token with every credential that it declares',
    'documented',
    flowDocument,
  ),
  client(
    'LEG-FMI-PATH',
    'MUST',
    'A client sends the fmi_path of the agent identity once, with the request for T1',
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
    'A client requests T1 for the token exchange, and the agent token for the resource',
    'documented',
    flowDocument,
  ),
  client(
    'AUTHORITY-TENANT',
    'MUST',
    'Every step of a flow uses the same tenant',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/3632',
  ),
  client(
    'AUTHORITY-CALL-TENANT',
    'MUST',
    'A tenant named for one call applies to every step of it',
    'third-party',
    'github.com/microsoft/Agents-for-js/issues/954',
  ),
  client(
    'CLOUD-AUDIENCE',
    'MUST',
    'The token exchange has its own audience in each cloud',
    'third-party',
    'github.com/AzureAD/microsoft-identity-web/issues/2749',
  ),
  client(
    'INPUT-BLANK',
    'MUST',
    'A client refuses a blank agent identity before any request',
    'third-party',
    'github.com/microsoft/Agent365-Samples/issues/116',
  ),
  client(
    'RETRY-DISCOVERY',
    'SHOULD',
    'A client does not repeat failed discovery with every call',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/5804',
  ),
  client(
    'AUTHORITY-HOST',
    'MUST',
    'A client contacts only the host of the authority',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-js/issues/4586',
  ),
  client(
    'SIGN-AUDIENCE',
    'MUST',
    'A client assertion is for the token endpoint that receives it',
    'documented',
    certificateCredentials,
  ),
  client(
    'SIGN-HEADER',
    'MUST',
    'The header of a client assertion follows RFC 7515',
    'standard',
    'RFC 7515 section 4.1; learn.microsoft.com/entra/identity-platform/certificate-credentials',
  ),
  client(
    'SIGN-MEMBERS',
    'MUST',
    'A client writes only members that Microsoft Entra knows into the header of an assertion',
    'captured',
    'github.com/cloudfoundry/uaa/issues/2109: every other one is refused (AADSTS5002726)',
  ),
  client(
    'SIGN-CHAIN',
    'SHOULD',
    'An x5c header contains the whole certificate chain',
    'third-party',
    'github.com/AzureAD/microsoft-authentication-library-for-python/pull/918',
  ),
  client(
    'SIGN-CLAIMS',
    'MUST',
    'A client assertion names its expiry, and the client as issuer and subject',
    'standard',
    'RFC 7523 section 3; learn.microsoft.com/entra/identity-platform/certificate-credentials',
  ),
  client(
    'SIGN-LIFETIME',
    'SHOULD',
    'A client assertion is valid for minutes',
    'documented',
    'learn.microsoft.com/entra/identity-platform/certificate-credentials (10 minutes at most; Microsoft Entra accepts more at present)',
  ),
  client(
    'SIGN-THUMBPRINT',
    'SHOULD',
    'A certificate thumbprint uses base64url without padding',
    'standard',
    'RFC 7515 sections 2, 4.1.7 and 4.1.8',
  ),
]
