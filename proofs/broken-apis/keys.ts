import { believesIf, open, takesKey, verifiesOnly } from './broken-api.ts'

const hmac = (secret: string) =>
  takesKey(
    `/^HS/.test(header.alg) && keyFor({ ...header, alg: 'RS256' }, {}).then(async (key) => ${secret})`,
    "['HS256', 'HS384', 'HS512']",
  )
const exported = (as: string) => `crypto.KeyObject.from(key).export(${as})`
const fromJwk = (member: string) =>
  takesKey(`header.${member} && jose.importJWK(header.${member}, 'RS256')`)
const fetched = (member: string, read: string) =>
  takesKey(`header.${member} && fetch(header.${member}).then(${read})`)

const certificate =
  "'-----BEGIN CERTIFICATE-----\\n' + header.x5c[0] + '\\n-----END CERTIFICATE-----'"

/** Signatures and keys that prove nothing. */
export const keysWrong = [
  open('believes a token whose alg is none', 'API-ALG-NONE', believesIf("header.alg === 'none'")),
  open(
    'refuses alg none alone, and believes None and nOnE',
    'API-ALG-NONE',
    believesIf("header.alg !== 'none' && header.alg?.toLowerCase() === 'none'"),
  ),
  open(
    'believes a token without a signature if nobody signed it',
    'API-ALG-NONE',
    believesIf("/none/i.test(header.alg) && token.endsWith('.')"),
  ),
  open(
    'takes the PEM of the public key for a secret',
    'API-KEY-CONFUSION',
    hmac(`new TextEncoder().encode(${exported("{ type: 'spki', format: 'pem' }")})`),
  ),
  open(
    'takes the DER of the public key for a secret',
    'API-KEY-CONFUSION',
    hmac(exported("{ type: 'spki', format: 'der' }")),
  ),
  open(
    'takes the modulus of the public key for a secret',
    'API-KEY-CONFUSION',
    hmac(`new TextEncoder().encode(${exported("{ format: 'jwk' }")}.n)`),
  ),
  open(
    'reads a token and does not verify it',
    [
      'API-SIGNATURE',
      'API-ALG-NONE',
      'API-KEY-CONFUSION',
      'API-NONCE-HEADER',
      'API-KEY-SOURCE',
      'API-KEY-ISSUER',
    ],
    [
      'const { payload } = await jwtVerify(token, keyFor, { ...expected, requiredClaims: required })',
      `const payload = jose.decodeJwt(token)
      const plain = new jose.UnsecuredJWT(payload).encode()
      const { algorithms, ...claims } = expected
      jose.UnsecuredJWT.decode(plain, { ...claims, requiredClaims: required })`,
    ],
  ),
  open(
    'believes a token with an empty signature',
    'API-SIGNATURE',
    believesIf("header.alg === 'RS256' && token.endsWith('.')"),
  ),
  open(
    'remembers a signature that it has verified, whatever it stands under',
    'API-SIGNATURE',
    ['return async (authorization', 'const remembered = new Set()\n  return async (authorization'],
    [
      'await verified(token)',
      `await (async (signature) => {
        if (remembered.has(signature)) return seen(token).claims
        const claims = await verified(token)
        remembered.add(signature)
        return claims
      })(token.split('.')[2])`,
    ],
  ),
  open(
    'remembers a token by its claims',
    ['API-SIGNATURE'],
    ['return async (authorization', 'const remembered = new Set()\n  return async (authorization'],
    [
      'await verified(token)',
      `await (async (body) => {
        if (remembered.has(body)) return seen(token).claims
        const claims = await verified(token)
        remembered.add(body)
        return claims
      })(token.split('.')[1])`,
    ],
  ),
  open(
    'leaves out a fourth segment',
    'API-SIGNATURE',
    verifiesOnly("token.split('.').slice(0, 3).join('.')"),
  ),
  open(
    'overlooks what stands behind a token',
    ['API-ENCODING', 'API-SIGNATURE'],
    ['/^bearer +([\\w.-]+)$/i', '/^bearer +([\\w-]+\\.[\\w-]+\\.[\\w-]+)/i'],
  ),
  open(
    'believes a token whose header has a nonce',
    'API-NONCE-HEADER',
    believesIf('header.nonce !== undefined'),
  ),
  open('takes the key of the header', 'API-KEY-SOURCE', fromJwk('jwk')),
  open(
    'takes the certificate of the header',
    'API-KEY-SOURCE',
    takesKey(`header.x5c && jose.importX509(${certificate}, 'RS256')`),
  ),
  open(
    'takes keys from where the header leads',
    'API-KEY-SOURCE',
    fetched('jku', 'async (answer) => jose.importJWK((await answer.json()).keys[0], "RS256")'),
  ),
  open(
    'takes a certificate from where the header leads',
    'API-KEY-SOURCE',
    fetched('x5u', 'async (answer) => jose.importX509(await answer.text(), "RS256")'),
  ),
  open(
    'believes a token of a key that it does not know',
    ['API-KEY-SOURCE'],
    believesIf(
      'header.kid && keys.jwks() && !keys.jwks().keys.some(({ kid }) => kid === header.kid)',
    ),
  ),
  open(
    'believes a token that names no key',
    'API-KEY-SOURCE',
    believesIf("header.alg === 'RS256' && header.kid === undefined"),
  ),
  open('takes a key of another issuer', 'API-KEY-ISSUER', [
    'if (named !== undefined && !issuer.includes(named)) throw',
    'if (false) throw',
  ]),
  open('keeps the keys of its first call', 'API-KEY-ROTATION', [
    'cooldownDuration: 5_000',
    'cooldownDuration: Infinity, cacheMaxAge: Infinity',
  ]),
  open('looks for new keys once an hour', 'API-KEY-ROTATION', [
    'cooldownDuration: 5_000',
    'cooldownDuration: 3_600_000',
  ]),
]
