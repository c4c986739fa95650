/** What is left of a name without letter case and what joins its words. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Names of OAuth 2.0, OpenID Connect, SAML, Azure and of usual APIs, whose values somebody could use. */
const exact: ReadonlySet<string> = new Set(
  (
    'accesskey accountkey apikey appkey assertion auth authcode authorization authorizationcode authkey bearer ' +
    'clientcertificate clientkey code codeverifier connectionstring cookie cookies credential credentials csrf ' +
    'csrftoken devicecode encryptionkey functionskey hostkey identityheader idtokenhint jwe jws jwt key loginticket ' +
    'masterkey mfacode msisecret ocpapimsubscriptionkey otp otpcode pass passcode passphrase passwd ' +
    'password passwordhash pfx pin pkcs12 primarykey privatekey proxyauthorization pwd pw ' +
    'samlart samlassertion samlrequest samlresponse sas sastoken secondarykey secret session sessionid sessionkey ' +
    'setcookie sharedaccesskey sharedaccesssignature sharedkey sid sig signature signingkey storagekey ' +
    'subscriptionkey ticket totp usercode verificationcode verifier webhooksecret xapikey xfunctionskey xsrf ' +
    'xidentityheader'
  ).split(' '),
)

/** A name with one of these words in it. */
const words =
  /secret|passw|passphrase|assertion|token|credential|apikey|privatekey|cookie|signature|bearer|otp$|key$/

/** Names that hold such a word and say nothing secret. */
const harmless =
  /^(clientassertiontype|requestedtokenuse|(\w+)?tokentype|subjecttokentype|codechallengemethod|tokenendpoint\w*|(public|foreign)key|hotkey)$/

/** Whether a parameter, a member or a header is one that carries a secret, by its name. */
export function isTellingName(name: string): boolean {
  // A longer name is no name.
  const known = plain(name.slice(0, 100))
  return (exact.has(known) || words.test(known)) && !harmless.test(known)
}
