/** What is demanded of every request of a client, in the words of features, and the rule that demands it. */
export const demands: Readonly<Record<string, string>> = {
  'fmi_path is sent once, and only for T1': 'LEG-FMI-PATH',
  'every T1 is presented by the agent identity it names': 'LEG-CREDENTIAL',
  'every step asks for its own audience': 'LEG-SCOPE',
  'every step asks the tenant of the call': 'AUTHORITY-TENANT',
  'every request presents exactly one credential': 'SEND-ONE-CREDENTIAL',
  'no parameter holds the name of a missing value': 'SEND-MISSING-VALUE',
  'no credential is part of a URL': 'SEND-IN-BODY',
  'every client assertion is for the place it was sent to': 'SIGN-AUDIENCE',
  'the header of every client assertion has its form': 'SIGN-HEADER',
  'every client assertion names the client and its end': 'SIGN-CLAIMS',
  'the thumbprint of every certificate is base64url without padding': 'SIGN-THUMBPRINT',
  'no assertion is presented that has expired': 'RENEW-ASSERTION',
  'every caller has the token that was issued for it': 'RECIPIENT-OWN-TOKEN',
  'nothing secret is in what the client under test says': 'LOG-SECRETS',
  'no host is asked but that of the authority': 'AUTHORITY-HOST',
}
