import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { changedBody } from '../broken-answers.ts'
import type { BrokenProvider } from './broken-provider.ts'

const managedIdentity = /\/msi\/token$|\/metadata\/identity\/oauth2\/token\/?$/

/** Serves every managed identity call as if it were another. */
function callingManagedIdentity(
  change: (url: URL, headers: Headers) => void,
  method?: string,
): InProcessOptions {
  return {
    intercept: async (request, forward) => {
      const url = new URL(request.url)
      if (!managedIdentity.test(url.pathname)) return forward(request)
      const headers = new Headers(request.headers)
      change(url, headers)
      return forward(new Request(url, { method: method ?? request.method, headers }))
    },
  }
}

/** Endpoints of managed identities, as emulators have them. */
export const managedIdentitiesWrong: readonly BrokenProvider[] = [
  {
    name: 'writes the numbers of a managed identity answer as numbers on App Service only',
    breaks: ['MI-ANSWER'],
    options: changedBody(/\/msi\/token$/, 200, (body) => ({
      ...body,
      expires_on: Number(body.expires_on),
    })),
  },
  {
    name: 'writes the expiry of a managed identity token as a date',
    breaks: ['MI-ANSWER'],
    options: changedBody(managedIdentity, 200, (body) => ({
      ...body,
      expires_on: new Date(Number(body.expires_on) * 1000).toISOString(),
    })),
  },
  {
    name: 'serves the metadata service without its header',
    breaks: ['MI-METADATA'],
    options: callingManagedIdentity((_, headers) => headers.set('metadata', 'true')),
  },
  {
    name: 'serves the metadata service through a proxy',
    breaks: ['MI-FORWARDED'],
    options: callingManagedIdentity((_, headers) => headers.delete('x-forwarded-for')),
  },
  {
    name: 'presumes a version of the endpoint of a managed identity',
    breaks: ['MI-API-VERSION'],
    options: callingManagedIdentity(({ searchParams }) => {
      if (!searchParams.get('api-version')) searchParams.set('api-version', '2019-08-01')
    }),
  },
  {
    name: 'presumes a resource for a managed identity',
    breaks: ['MI-RESOURCE'],
    options: callingManagedIdentity(({ searchParams }) => {
      if (!searchParams.get('resource')) searchParams.set('resource', 'api://AzureADTokenExchange')
    }),
  },
  {
    name: 'gives the token of the one identity of a machine whatever identity is named',
    breaks: ['MI-IDENTITY', 'MI-APP-SERVICE-IDENTITY'],
    options: callingManagedIdentity(({ searchParams }) => {
      for (const name of ['client_id', 'object_id', 'principal_id', 'msi_res_id', 'mi_res_id']) {
        searchParams.delete(name)
      }
    }),
  },
  {
    name: 'gives managed identity tokens to POST',
    breaks: ['MI-METHOD'],
    options: callingManagedIdentity(() => {}, 'GET'),
  },
]
