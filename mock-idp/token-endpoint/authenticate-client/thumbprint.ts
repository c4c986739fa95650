/**
 * A thumbprint in the alphabet of RFC 7515, section 4.1.7, without padding. MSAL for Python pads
 * its own, MSAL for Go and for Java write plain base64 (library: `_encode_thumbprint` in msal 1.39.0,
 * `Credential.JWT` in microsoft-authentication-library-for-go 1.10.1, `ClientCertificate` in
 * msal4j 1.26.0).
 */
export function inBase64url(thumbprint: string): string {
  return thumbprint
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '')
}
