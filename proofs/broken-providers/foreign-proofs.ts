import { repeating } from '../broken-answers.ts'
import { isT1, said } from '../token-kinds.ts'
import { type Acceptance, acceptances, type Refused } from './accepting.ts'
import type { BrokenProvider } from './broken-provider.ts'

const isOfT1 = ({ claims }: Refused) => isT1(claims)
const named = ({ claims }: Refused) => String(claims.sub).split('/').slice(8).join('/')
const isExchange = ({ claims }: Refused) => claims.aud === 'fb60f99c-7a34-4190-8149-302f77469936'
const isOfGraph = ({ claims }: Refused) => claims.ver === '1.0'
const asksT1 = ({ form }: Refused) => form.has('fmi_path')
const isSecretOfAnother = async ({ secret, passes }: Refused, change: string) =>
  secret !== '' && change !== secret && (await passes({ client_secret: change }))
const digits = '0123456789abcdef'
const isOfCertificate = ({ claims }: Refused) => claims.iss === claims.sub

const ofSecrets: readonly Acceptance[] = [
  [
    'a client secret after white space',
    'CRED-SECRET',
    (it) => isSecretOfAnother(it, it.secret.trimStart()),
  ],
  [
    'a client secret before a space',
    'CRED-SECRET',
    (it) => isSecretOfAnother(it, it.secret.replace(/ $/, '')),
  ],
  [
    'a client secret before a line end',
    'CRED-SECRET',
    (it) => isSecretOfAnother(it, it.secret.replace(/\n$/, '')),
  ],
  [
    'a client secret with a longer end',
    'CRED-SECRET',
    (it) => isSecretOfAnother(it, it.secret.replace(/x$/, '')),
  ],
  [
    'a client secret in any letter case',
    'CRED-SECRET',
    (it) => isSecretOfAnother(it, it.secret.toLowerCase()),
  ],
  [
    'a client secret in which its own begins',
    'CRED-SECRET',
    (it) => isSecretOfAnother(it, it.secret.slice(0, it.secret.length / 2)),
  ],
  [
    'the beginning of a client secret',
    'CRED-SECRET',
    async (it) => {
      for (const digit of digits)
        if (await isSecretOfAnother(it, `${it.secret}${digit}`)) return true
      return false
    },
  ],
  [
    'a client secret as an assertion',
    'ASSERT-JWT',
    ({ parts, passes }) =>
      parts.length === 1 && passes({ client_secret: parts[0] ?? '', client_assertion: '' }),
  ],
  [
    'a client secret of an agent identity',
    'CRED-AGENT-SECRET',
    ({ form, secret }) => secret.startsWith('canary') && !form.has('fmi_path'),
  ],
  ['T1 as a client secret', 'CRED-AGENT-SECRET', ({ secret }) => secret.startsWith('eyJ')],
]

const ofTokens: readonly Acceptance[] = [
  [
    'the Graph token of an agent identity for T1',
    'T1-ISSUER',
    (it) => isOfGraph(it) && 'xms_par_app_azp' in it.claims && it.claims.appid !== it.clientId,
  ],
  [
    'the own Graph token of an agent identity for T1',
    'T1-ISSUER',
    (it) => isOfGraph(it) && it.claims.appid === it.clientId && 'xms_par_app_azp' in it.claims,
  ],
  [
    'the Graph token of a blueprint for T1',
    'T1-ISSUER',
    (it) => isOfGraph(it) && 'xms_acd' in it.claims && it.claims.appid !== it.clientId,
  ],
  [
    'the token exchange token of another agent identity for T1',
    'T1-SUBJECT',
    (it) => isExchange(it) && !isOfT1(it) && it.claims.azp !== it.clientId,
  ],
  ['T1 as the proof of the blueprint for another T1', 'FIC-T1', (it) => isOfT1(it) && asksT1(it)],
  [
    'a token exchange token of an agent identity as the proof of its blueprint',
    'FIC-MSI-ONLY',
    (it) => it.claims.xms_par_app_azp === it.clientId && isExchange(it),
  ],
  [
    'T1 that names the blueprint as the proof of the blueprint',
    'FIC-T1',
    (it) => isOfT1(it) && named(it) === it.clientId,
  ],
  [
    'the Graph token of an agent identity as the proof of its blueprint',
    'FIC-ISSUER',
    (it) => it.claims.xms_par_app_azp === it.clientId && isOfGraph(it),
  ],
  [
    'the own Graph token of a blueprint as its proof',
    'FIC-ISSUER',
    (it) => it.claims.appid === it.clientId && isOfGraph(it) && 'xms_acd' in it.claims,
  ],
]

const ofChains: readonly Acceptance[] = [
  [
    'T1 of a foreign blueprint by the agent identity that it names',
    'T1-PARENT',
    (it) => isOfT1(it) && named(it) === it.clientId,
  ],
  ['T1 for nobody by any agent identity', 'T1-AGENT', (it) => named(it).startsWith('f0000000')],
  [
    'T1 that names its blueprint by any agent identity',
    'T1-AGENT',
    (it) => isOfT1(it) && named(it) === it.claims.azp,
  ],
  ['T1 by an agent identity of the blueprint that it does not name', 'T1-AGENT', isOfT1],
  ['T1 by the end of its path', 'T1-SUBJECT', (it) => named(it).endsWith(`/${it.clientId}`)],
  [
    'T1 by the beginning of its path',
    'T1-SUBJECT',
    (it) => named(it).startsWith(`${it.clientId}/`),
  ],
  ['T1 by the beginning of a name', 'T1-SUBJECT', (it) => named(it) === `${it.clientId}x`],
  [
    'T1 of an agent identity that nobody has made',
    'CLIENT-KNOWN',
    (it) => isOfT1(it) && named(it) === it.clientId,
  ],
]

const ofNeighbours: readonly Acceptance[] = [
  [
    'the certificate of another blueprint',
    'CERT-KNOWN',
    (it) => isOfCertificate(it) && it.claims.iss === it.clientId && asksT1(it),
  ],
  [
    'the certificate assertion of another blueprint',
    'CERT-ISSUER',
    (it) => isOfCertificate(it) && it.claims.iss !== it.clientId,
  ],
  [
    'the federated token of another blueprint',
    'FIC-CONFIGURED',
    (it) => String(it.claims.iss).includes('octo'),
  ],
  [
    'the federated token of its blueprint, from an agent identity',
    'T1-ISSUER',
    (it) => String(it.claims.iss).includes('octo'),
  ],
  [
    'a foreign agent identity from a blueprint with a certificate',
    'FMI-OWN-AGENT',
    (it) => isOfCertificate(it) && asksT1(it) && it.form.has('client_assertion'),
  ],
  [
    'a foreign agent identity from a blueprint with a federated token',
    'FMI-OWN-AGENT',
    (it) => String(it.claims.iss).includes('octo'),
  ],
]

const leaks: readonly (readonly [string, (form: URLSearchParams) => string | undefined])[] = [
  ['the client secret', (form) => form.get('client_secret') ?? undefined],
  ['half of the client secret', (form) => form.get('client_secret')?.slice(0, 16)],
  ['the end of the client secret, masked', (form) => `***${form.get('client_secret')?.slice(-14)}`],
  ['the client secret in base64', (form) => btoa(form.get('client_secret') ?? '')],
  [
    'the client secret as a form spells it',
    (form) => encodeURIComponent(form.get('client_secret') ?? ''),
  ],
  ['the assertion', (form) => form.get('client_assertion') ?? undefined],
  ['the signature of the assertion', (form) => form.get('client_assertion')?.split('.')[2]],
  ['the claims of the assertion', (form) => form.get('client_assertion')?.split('.')[1]],
]

/** Tokens and secrets that prove somebody else, or that only a lax first step issues. */
export const takingForeignProofs: readonly BrokenProvider[] = [
  ...acceptances(
    [...ofSecrets, ...ofTokens, ...ofChains, ...ofNeighbours].map(([what, rule, takes]) => [
      `${what} is taken`,
      rule,
      takes,
    ]),
  ),
  {
    name: 'the subject of T1 keeps only the end of a path',
    breaks: ['T1-SUBJECT'],
    options: said(isT1, ({ sub }) => {
      const parts = String(sub).split('/')
      return { sub: [...parts.slice(0, 8), parts.at(-1)].join('/') }
    }),
  },
  ...leaks.map(([what, leaked]) => ({
    name: `a refusal repeats ${what}`,
    breaks: ['ERROR-SECRECY'],
    options: repeating(leaked),
  })),
]
