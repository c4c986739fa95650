/** Members of a JWT header. RFC 7515; what Entra puts in is captured. */
const meanings: Readonly<Record<string, string>> = {
  alg: 'signature algorithm [documented]',
  typ: 'kind of object [documented]',
  kid: 'id of the signing key in the published key set [documented]',
  x5t: 'thumbprint of the certificate, SHA-1; in tokens of Entra the same as kid [captured]',
  'x5t#S256': 'thumbprint of the certificate, SHA-256 [documented]',
  x5c: 'the certificate and its chain [documented]',
  nonce:
    'the signature covers a hash of this value, so only the resource can verify it [third-party]',
}

export function explainHeader(name: string): string {
  return (Object.hasOwn(meanings, name) ? meanings[name] : undefined) ?? 'not known to this tool'
}
