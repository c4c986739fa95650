import { type Claims, said } from '../token-kinds.ts'
import { saidTo } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

const isForGraph = ({ aud }: Claims) => aud === 'https://graph.microsoft.com'
const cp1 = ['cp1']

/** Tokens that say of capabilities and sign-ins what is not so. */
export const accessClaimsWrong: readonly BrokenProvider[] = [
  {
    name: 'no token names the capability of its client',
    breaks: ['TOKEN-CAPABILITY'],
    options: said(isForGraph, () => ({ xms_cc: undefined })),
  },
  {
    name: 'the capability of a client is a text',
    breaks: ['TOKEN-CAPABILITY'],
    options: said(
      ({ xms_cc }) => xms_cc !== undefined,
      () => ({ xms_cc: 'cp1' }),
    ),
  },
  {
    name: 'every client can handle a challenge',
    breaks: ['TOKEN-CAPABILITY'],
    options: said(isForGraph, () => ({ xms_cc: cp1 })),
  },
  {
    name: 'every resource learns what a client can do',
    breaks: ['TOKEN-CAPABILITY'],
    options: saidTo(
      ({ form }) => form.get('claims')?.includes('cp1') === true,
      () => ({ xms_cc: cp1 }),
    ),
  },
  {
    name: 'whoever can handle a challenge gets a token for an hour',
    breaks: ['TOKEN-CAPABILITY-LIFETIME'],
    options: said(
      ({ xms_cc }) => xms_cc !== undefined,
      ({ iat }) => ({ exp: Number(iat) + 4200 }),
    ),
  },
  {
    name: 'whoever says anything of itself gets a token for a day',
    breaks: ['TOKEN-CAPABILITY-LIFETIME'],
    options: said(
      ({ xms_cc }) => xms_cc !== undefined,
      ({ iat }) => ({ exp: Number(iat) + 90_000 }),
    ),
  },
  {
    name: 'every sign-in had several factors',
    breaks: ['ACCESS-POLICY-MFA'],
    options: said(
      ({ amr }) => amr !== undefined,
      () => ({ amr: ['pwd', 'mfa'] }),
    ),
  },
  {
    name: 'no token names the authentication context that it satisfied',
    breaks: ['TOKEN-STEP-UP'],
    options: said(
      ({ acrs }) => acrs !== undefined,
      () => ({ acrs: ['p1'] }),
    ),
  },
  {
    name: 'every token satisfied an authentication context',
    breaks: ['TOKEN-STEP-UP'],
    options: said(
      ({ acrs }) => acrs !== undefined,
      () => ({ acrs: ['p1', 'c1'] }),
    ),
  },
  {
    name: 'of the factors a token names the last',
    breaks: ['TOKEN-STEP-UP'],
    options: said(
      ({ amr }) => Array.isArray(amr),
      ({ amr }) => ({ amr: [amr].flat().slice(-1) }),
    ),
  },
]
