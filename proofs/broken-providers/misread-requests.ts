import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { tokenPath } from '../published-paths.ts'
import { isT1 } from '../token-kinds.ts'
import {
  assertionClaims,
  atTokenEndpoint,
  type TokenRequest,
  withForm,
  withValues,
} from '../token-requests.ts'
import type { BrokenProvider } from './broken-provider.ts'

/** Takes a form as if it held other values. */
function taking(
  change: (form: URLSearchParams, asked: TokenRequest) => URLSearchParams | undefined,
): InProcessOptions {
  return atTokenEndpoint((asked, pass) => pass(change(asked.form, asked)))
}

/** Takes a request that is no form as if it were one. */
function readingForm(
  read: (request: Request) => Promise<URLSearchParams | undefined>,
): InProcessOptions {
  return {
    intercept: async (request, forward) => {
      if (!tokenPath.test(new URL(request.url).pathname)) return forward(request)
      const form = await read(request)
      return forward(form ? withForm(request, form) : request)
    },
  }
}

const basicOf = (request: Request) => {
  const [, value] = /^Basic (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  return value === undefined ? undefined : Buffer.from(value, 'base64').toString().split(':')
}

const once = (form: URLSearchParams, pick: (values: readonly string[]) => string | undefined) =>
  new URLSearchParams(
    [...new Set(form.keys())].map((name) => [name, pick(form.getAll(name)) ?? '']),
  )

/** Servers that read parameters in ways of their own. */
export const requestsMisread: readonly BrokenProvider[] = [
  {
    name: 'reads parameters of the URL besides those of the body',
    breaks: ['CRED-PRESENT', 'REQ-CLIENT-ID', 'REQ-GRANT-TYPE', 'REQ-SCOPE', 'FMI-PRESENT'],
    options: taking((form, { request }) => {
      const url = new URL(request.url)
      return new URLSearchParams([...url.searchParams, ...form])
    }),
  },
  {
    name: 'lets HTTP Basic override a secret of the body',
    breaks: ['CRED-SINGLE'],
    options: taking((form, { request }) =>
      basicOf(request) ? withValues(form, { client_secret: undefined }) : undefined,
    ),
  },
  {
    name: 'lets the client id of the body override the one of HTTP Basic',
    breaks: ['CRED-BASIC-CLIENT'],
    options: atTokenEndpoint(async ({ request, form }, pass) => {
      const [, ...secret] = basicOf(request) ?? []
      if (secret.length === 0 || form.has('client_secret')) return pass()
      request.headers.delete('authorization')
      return pass(withValues(form, { client_secret: decodeURIComponent(secret.join(':')) }))
    }),
  },
  {
    name: 'reads the last of repeated parameters',
    breaks: ['REQ-REPEATED'],
    options: taking((form) => once(form, (values) => values.at(-1))),
  },
  {
    name: 'lets a parameter be repeated with the same value',
    breaks: ['REQ-REPEATED'],
    options: taking((form) =>
      [...form.keys()].every((name) => new Set(form.getAll(name)).size === 1)
        ? once(form, (values) => values[0])
        : undefined,
    ),
  },
  {
    name: 'reads every grant type that it does not know as client credentials',
    breaks: ['REQ-GRANT'],
    options: taking((form) =>
      form.get('grant_type') ? withValues(form, { grant_type: 'client_credentials' }) : undefined,
    ),
  },
  {
    name: 'serves the password grant to a client with a credential',
    breaks: ['REQ-GRANT'],
    options: taking((form) =>
      form.get('grant_type') === 'password'
        ? withValues(form, { grant_type: 'client_credentials' })
        : undefined,
    ),
  },
  {
    name: 'serves the token exchange grant of RFC 8693 as client credentials',
    breaks: ['REQ-GRANT'],
    options: taking((form) =>
      form.get('grant_type')?.endsWith(':token-exchange')
        ? withValues(form, { grant_type: 'client_credentials' })
        : undefined,
    ),
  },
  {
    name: 'presumes client credentials where the grant type is missing',
    breaks: ['REQ-GRANT-TYPE'],
    options: taking((form) =>
      withValues(form, { grant_type: form.get('grant_type') ?? 'client_credentials' }),
    ),
  },
  {
    name: 'reads JSON as a form',
    breaks: ['REQ-CONTENT-TYPE'],
    options: readingForm(async (request) =>
      request.headers.get('content-type')?.includes('json')
        ? new URLSearchParams(await request.clone().json())
        : undefined,
    ),
  },
  {
    name: 'reads a form of any content type',
    breaks: ['REQ-CONTENT-TYPE'],
    options: readingForm(async (request) => {
      const type = request.headers.get('content-type') ?? ''
      if (/urlencoded|multipart/.test(type) || request.method !== 'POST') return undefined
      return new URLSearchParams(await request.clone().text())
    }),
  },
  {
    name: 'serves GET with the parameters in the URL',
    breaks: ['REQ-METHOD'],
    options: readingForm(async ({ method, url }) =>
      method === 'GET' ? new URL(url).searchParams : undefined,
    ),
  },
  {
    name: 'serves PUT like POST',
    breaks: ['REQ-METHOD'],
    options: readingForm(async (request) =>
      request.method === 'PUT' ? new URLSearchParams(await request.clone().text()) : undefined,
    ),
  },
  {
    name: 'serves the first of two scopes',
    breaks: ['SCOPE-SINGLE'],
    options: taking((form) =>
      withValues(form, { scope: form.get('scope')?.split(/\s+/)[0] ?? undefined }),
    ),
  },
  {
    name: 'adds .default to a scope that names only a resource',
    breaks: ['SCOPE-DEFAULT'],
    options: taking((form) => {
      const scope = form.get('scope')
      if (!scope || scope.includes(' ') || scope.endsWith('/.default')) return undefined
      return withValues(form, { scope: `${scope}/.default` })
    }),
  },
  {
    name: 'reads a delegated permission of a resource as its default scope',
    breaks: ['SCOPE-DEFAULT'],
    options: taking((form) => {
      const scope = form.get('scope') ?? ''
      const [, resource] = /^(\w+:\/\/[^/]+)\/(?!\.default)\S+$/.exec(scope) ?? []
      return resource ? withValues(form, { scope: `${resource}/.default` }) : undefined
    }),
  },
  {
    name: 'presumes Microsoft Graph where the scope is missing',
    breaks: ['REQ-SCOPE'],
    options: taking((form) =>
      form.get('scope')
        ? undefined
        : withValues(form, { scope: 'https://graph.microsoft.com/.default' }),
    ),
  },
  {
    name: 'takes any client assertion type',
    breaks: ['ASSERT-TYPE'],
    options: taking((form) =>
      form.get('client_assertion_type')
        ? withValues(form, {
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          })
        : undefined,
    ),
  },
  {
    name: 'gives T1 with a scope of Microsoft Graph',
    breaks: ['SCOPE-FMI-PATH'],
    options: taking((form) =>
      form.get('fmi_path')
        ? withValues(form, { scope: 'api://AzureADTokenExchange/.default' })
        : undefined,
    ),
  },
  {
    name: 'gives a token without an fmi_path where it is empty',
    breaks: ['FMI-EMPTY'],
    options: {
      ...taking((form) =>
        form.get('fmi_path') === '' ? withValues(form, { fmi_path: undefined }) : undefined,
      ),
      waivedRules: ['FMI-PRESENT'],
    },
  },
  {
    name: 'redeems T1 with an fmi_path of the agent identity',
    breaks: ['FMI-BLUEPRINT'],
    options: taking((form) =>
      isT1(assertionClaims(form.get('client_assertion')))
        ? withValues(form, { fmi_path: undefined })
        : undefined,
    ),
  },
]
