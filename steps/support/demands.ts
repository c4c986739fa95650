/** What is demanded of every request of a client, in the words of features, and the rule that demands it. */
export const demands: Readonly<Record<string, string>> = {
  'the client under test sends fmi_path once, and only for T1': 'LEG-FMI-PATH',
  'only the agent identity that T1 names presents it': 'LEG-CREDENTIAL',
  'every step requests its own audience': 'LEG-SCOPE',
  'every step uses the tenant of the call': 'AUTHORITY-TENANT',
  'every request presents exactly one credential': 'SEND-ONE-CREDENTIAL',
  'no parameter contains a missing value written as text': 'SEND-MISSING-VALUE',
  'no URL contains a credential': 'SEND-IN-BODY',
  'every client assertion is for the URL that received it': 'SIGN-AUDIENCE',
  'the header of every client assertion follows RFC 7515': 'SIGN-HEADER',
  'the header of every client assertion has only members that Microsoft Entra knows':
    'SIGN-MEMBERS',
  'every client assertion names the client and its expiry': 'SIGN-CLAIMS',
  'the thumbprint of every certificate is base64url without padding': 'SIGN-THUMBPRINT',
  'the client under test presents no expired assertion': 'RENEW-ASSERTION',
  'every caller has the token issued for it': 'RECIPIENT-OWN-TOKEN',
  'the client under test reveals no secret': 'LOG-SECRETS',
  'the client under test contacts only the host of the authority': 'AUTHORITY-HOST',
}
