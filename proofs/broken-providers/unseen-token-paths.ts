import { readJwt } from '../../wire/jwt.ts'
import { isAgent, isForApi, isT1, said } from '../token-kinds.ts'
import { atTokenEndpoint, saidTo, type TokenRequest, withValues } from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'
import { reading, readingRefused, taking } from './wrong-grants.ts'

const value = ({ form }: TokenRequest, name: string) => form.get(name) ?? ''
const assertionHeader = (asked: TokenRequest) =>
  readJwt(value(asked, 'client_assertion'))?.header ?? {}
const isCertificate = (asked: TokenRequest) =>
  'x5t' in assertionHeader(asked) || 'x5t#S256' in assertionHeader(asked)
const isGraph = ({ aud }: Readonly<Record<string, unknown>>) => String(aud).includes('graph')

/** Faults in what names the agent identity, and faults of one way to ask. */
export const unseenTokenPaths: readonly BrokenProvider[] = [
  {
    name: 'only the end of the subject of a T1 is compared',
    breaks: ['T1-SUBJECT'],
    options: {
      ...taking((asked, { sub }) =>
        new RegExp(`./.*[^/]/${value(asked, 'client_id')}$`).test(
          String(sub).replace(/^\/eid1\/c\/pub\/t\/[^/]+\/a\/[^/]+\//, './'),
        ),
      ),
      waivedRules: ['FMI-KNOWN', 'FMI-OWN-AGENT'],
    },
  },
  {
    name: 'only the beginning of the subject of a T1 is compared',
    breaks: ['T1-SUBJECT'],
    options: {
      ...taking((asked, { sub }) =>
        new RegExp(`/a/[^/]+/${value(asked, 'client_id')}.+`).test(String(sub)),
      ),
      waivedRules: ['FMI-KNOWN', 'FMI-OWN-AGENT'],
    },
  },
  {
    name: 'letter case of the subject of a T1 does not count',
    breaks: ['T1-AGENT-CASE'],
    options: {
      ...taking(
        (asked, { sub }) =>
          String(sub).toLowerCase().endsWith(value(asked, 'client_id').toLowerCase()) &&
          /[A-F]/.test(String(sub).slice(-36)),
      ),
      waivedRules: ['FMI-KNOWN', 'FMI-OWN-AGENT'],
    },
  },
  {
    name: 'an fmi_path in capital letters gets a T1 in small letters',
    breaks: ['T1-AGENT-CASE'],
    options: reading(
      ({ form }) => form.has('fmi_path'),
      (asked) => ({ fmi_path: value(asked, 'fmi_path').toLowerCase() }),
    ),
  },
  {
    name: 'a slash before or after an fmi_path is removed',
    breaks: ['FMI-KNOWN'],
    options: reading(
      ({ form }) => form.has('fmi_path'),
      (asked) => ({ fmi_path: value(asked, 'fmi_path').replace(/^\/|\/$/g, '') }),
    ),
  },
  {
    name: 'fmi_path in step 2 decides whose token is issued',
    breaks: ['FMI-BLUEPRINT'],
    options: otherAgentByPath(),
  },
  {
    name: 'a T1 is taken from the blueprint too',
    breaks: ['FIC-T1'],
    options: readingRefused(
      (asked) =>
        isT1(readJwt(value(asked, 'client_assertion'))?.claims ?? {}) &&
        value(asked, 'client_id') === readJwt(value(asked, 'client_assertion'))?.claims.azp,
      (asked) => ({
        client_id: String(readJwt(value(asked, 'client_assertion'))?.claims.sub).slice(-36),
      }),
    ),
  },
  {
    name: 'T1 got with a certificate ends with the assertion',
    breaks: ['TOKEN-LIFETIME'],
    options: saidTo(
      (asked, claims) => isT1(claims) && isCertificate(asked),
      (_, asked) => {
        const exp = Number(readJwt(value(asked, 'client_assertion'))?.claims.exp)
        return { exp }
      },
    ),
  },
  {
    name: 'T1 got with a secret in the header has no object',
    breaks: ['TOKEN-PARTIES'],
    options: saidTo(
      ({ request }, claims) => isT1(claims) && request.headers.has('authorization'),
      () => ({ oid: undefined }),
    ),
  },
  {
    name: 'T1 got at the domain of the tenant names the domain in its subject',
    breaks: ['TOKEN-T1-SUBJECT'],
    options: saidTo(
      ({ tenant }, claims) => isT1(claims) && tenant.includes('.'),
      ({ sub }, { tenant }) => ({
        sub: String(sub).replace(/\/t\/[^/]+/, `/t/${Buffer.from(tenant).toString('base64url')}`),
      }),
    ),
  },
  {
    name: 'T1 for an agent of the second blueprint names the first blueprint as its client',
    breaks: ['TOKEN-T1'],
    options: firstBlueprint(),
  },
  {
    name: 'a token for an API has appid beside azp',
    breaks: ['TOKEN-API'],
    options: said(isForApi, ({ azp }) => ({ appid: azp })),
  },
  {
    name: 'a token for Graph has the roles of the agent for other resources too',
    breaks: ['TOKEN-ROLES'],
    options: said(
      (claims) => isAgent(claims) && isGraph(claims) && Array.isArray(claims.roles),
      ({ roles }) => ({ roles: [...(roles as string[]), 'Orders.Read'] }),
    ),
  },
  {
    name: 'an agent without roles gets an empty list of roles',
    breaks: ['TOKEN-TYPES'],
    options: said(
      (claims) => isAgent(claims) && claims.roles === undefined,
      () => ({ roles: [] }),
    ),
  },
  {
    name: 'an agent without roles for an API gets the role to read orders',
    breaks: ['TOKEN-ROLES'],
    options: said(
      (claims) => isForApi(claims) && claims.roles === undefined,
      () => ({ roles: ['Orders.Read'] }),
    ),
  },
  {
    name: 'a token for Graph that is named by its id has the address of Graph as its audience with a slash',
    breaks: ['TOKEN-AGENT'],
    options: saidTo(
      (_, claims) => isGraph(claims),
      ({ aud }) => ({ aud: `${aud}/` }),
    ),
  },
  {
    name: 'at /common the home tenant answers',
    breaks: ['TENANT-SPECIFIC'],
    options: atHome(),
  },
]

function otherAgentByPath() {
  return atTokenEndpoint(async (asked, pass) => {
    const path = value(asked, 'fmi_path')
    if (!path || !isT1(readJwt(value(asked, 'client_assertion'))?.claims ?? {})) return pass()
    return pass(withValues(asked.form, { fmi_path: undefined }))
  })
}

function firstBlueprint() {
  const first = new Map<unknown, unknown>()
  return said(isT1, ({ tid, azp }) => {
    if (!first.has(tid)) first.set(tid, azp)
    return { azp: first.get(tid) }
  })
}

/** Asks the tenant that was asked last. */
function atHome() {
  let home = ''
  return {
    intercept: async (request: Request, forward: (request: Request) => Promise<Response>) => {
      const name = new URL(request.url).pathname.split('/')[1] ?? ''
      if (/^[0-9a-f-]{36}$/.test(name)) home = name
      const isShared = /\/(common|organizations)\/oauth2/.test(request.url) && home !== ''
      if (!isShared) return forward(request)
      return forward(new Request(request.url.replace(`/${name}/`, `/${home}/`), request))
    },
  }
}
