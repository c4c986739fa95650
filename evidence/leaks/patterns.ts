/** What nothing in evidence may look like, whoever's it is. Knows nothing of how evidence is redacted. */
type Pattern = {
  readonly what: string
  readonly isIn: (text: string) => boolean
}

const wellKnownHosts =
  /^([\w-]+\.)*(microsoftonline\.(com|us)|microsoft\.(com|us)|windows\.net|chinacloudapi\.cn|microsoftonline\.cn|example)$/i
const host = /(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,18})(?![\w-])/gi
const fileName = /\.(feature|json)$/
/** Parts of paths, names of types and permissions that look like what is looked for. */
const wellKnown = new RegExp(
  [
    '@?odata\\.(type|context|count|nextLink|bind|id|metadata|streaming)\\b|oauth2|bad_request_102|AsymmetricX509Cert|v[12]\\.0|msal\\.js\\.node|0{8}(-0{4}){3}-0{12}',
    '#?microsoft\\.graph\\.(agentIdentity\\w*|agentUser|application|servicePrincipal|user|group)\\b',
    '\\b([A-Z][A-Za-z0-9]+\\.){1,3}(All|Read|ReadWrite|Send|OwnedBy|Create|CreateAsManager|AccessAsUser|EnableDisable)(\\.All)?\\b',
    '\\b(Orders|Ledger)\\.[A-Z][a-z]+\\b',
  ].join('|'),
  'g',
)

/** The kinds of leak that a text looks like. */
export function leaksIn(text: string): readonly string[] {
  const own = text.replace(wellKnown, '')
  return patterns.filter(({ isIn }) => isIn(own)).map(({ what }) => what)
}

/** Capitals, small letters and digits in a run are what codes are made of; words are not. */
function isCode(run: string): boolean {
  const kinds = [/\d/, /[a-z]/, /[A-Z]/].filter((kind) => kind.test(run)).length
  return kinds === 3 || (kinds === 2 && /\d/.test(run) && entropyOf(run) > 3.2)
}

/** In bits for each character. */
function entropyOf(run: string): number {
  const counts = new Map<string, number>()
  for (const char of run) counts.set(char, (counts.get(char) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => {
    const share = count / run.length
    return sum - share * Math.log2(share)
  }, 0)
}

/** Parts of at least 16 characters, three of them joined by full stops. */
function hasThreeLongParts(text: string): boolean {
  const parts = text.split('.')
  return parts.some((part, at) => {
    const [second, third] = [parts[at + 1] ?? '', parts[at + 2] ?? '']
    const isWhole = second.length >= 16 && !/[^\w-]/.test(second)
    return isWhole && /[\w-]{16}$/.test(part.slice(-16)) && /^[\w-]{16}/.test(third)
  })
}

/** Something before an `@`, and a domain that is not an example behind it. */
function hasAddress(text: string): boolean {
  const parts = text.split('@')
  return parts.slice(1).some((behind, at) => {
    if (!/[^\s"'<>]/.test(parts[at]?.slice(-1) ?? '')) return false
    const [domain = ''] = behind.split(/[\s"'<>]/, 1)
    const isExample = /^[\w.-]+\.example\b/.test(domain)
    return !isExample && /\.[a-z]{2}/i.test(domain.slice(1))
  })
}

const matching = (pattern: RegExp) => (text: string) => pattern.test(text)

const patterns: readonly Pattern[] = [
  {
    what: 'a GUID',
    isIn: matching(
      /(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i,
    ),
  },
  { what: 'a JWT', isIn: (text) => /eyJ[\w-]{6}/.test(text) || hasThreeLongParts(text) },
  { what: 'a private key or a certificate', isIn: matching(/-----BEGIN|MII[A-Za-z0-9+/]{16,}/) },
  {
    what: 'a long code in hexadecimal',
    isIn: (text) => (text.match(/[0-9a-f]{16,}/gi) ?? []).some((run) => /\d/.test(run)),
  },
  {
    what: 'a long code',
    isIn: (text) => (text.match(/[\w+/~.-]{16,}={0,2}/g) ?? []).flatMap(wordsOf).some(isCode),
  },
  {
    what: 'an e-mail address or user name',
    isIn: hasAddress,
  },
  {
    what: 'a domain',
    isIn: (text) =>
      (text.match(host) ?? []).some((name) => !wellKnownHosts.test(name) && !fileName.test(name)),
  },
  {
    what: 'an IP address',
    isIn: matching(
      /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}|::[0-9a-f]{1,4}/i,
    ),
  },
  { what: 'a time or a long number', isIn: matching(/(?<!AADSTS)(?<!\d)(?!31536000(?!\d))\d{8,}/) },
  { what: 'a date', isIn: matching(/(?<!\d)(?!0000)\d{4}-\d\d-\d\d[T ]\d\d:/) },
]

/** A run of words between slashes, full stops and hyphens is a path or a name of the protocol. */
function wordsOf(run: string): readonly string[] {
  const parts = run.split(/[/.-]/).filter((part) => part !== '')
  const areWords = parts.length > 1 && parts.every((part) => part.length < 16)
  const isPath = areWords && parts.filter((part) => /\d/.test(part)).length * 3 <= parts.length
  return isPath ? parts.filter((part) => part.length >= 16) : [run]
}
