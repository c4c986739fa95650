import type { InProcessOptions, Intercept } from '../../engine/targets/in-process.ts'
import type { BrokenProvider } from './broken-provider.ts'

const sharedName = /^\/(common|organizations)\//

/** At a name that means every tenant, the tenant that was asked last answers. */
function servingTheLast(isServed: (url: URL) => boolean): InProcessOptions {
  let last = ''
  const intercept: Intercept = async (request, forward) => {
    const url = new URL(request.url)
    if (!sharedName.test(url.pathname)) last = url.pathname.split('/')[1] ?? last
    if (!sharedName.test(url.pathname) || !isServed(url)) return forward(request)
    url.pathname = url.pathname.replace(sharedName, `/${last}/`)
    const { method, headers } = request
    const body = method === 'POST' ? await request.text() : null
    return forward(new Request(url, { method, headers, body }))
  }
  return { intercept }
}

/** Serves one of the two names as if it were no tenant at all. */
function knowingNo(name: string): InProcessOptions {
  const intercept: Intercept = (request, forward) => {
    const url = new URL(request.url)
    url.pathname = url.pathname.replace(`/${name}/`, '/consumers/')
    return forward(request.method === 'GET' ? new Request(url, request) : request)
  }
  return { intercept }
}

const fault = (name: string, options: InProcessOptions): BrokenProvider => ({
  name,
  breaks: ['CLIENT-MULTITENANT'],
  options,
})

/** Names that mean every tenant, taken in one wrong way each. */
export const sharedNamesWrong: readonly BrokenProvider[] = [
  fault(
    'an application of one tenant sends people to common',
    servingTheLast(({ pathname }) => pathname.endsWith('/authorize')),
  ),
  fault(
    'an application of one tenant redeems at common',
    servingTheLast(({ pathname }) => pathname.endsWith('/token')),
  ),
  fault('nobody signs in by organizations', knowingNo('organizations')),
  fault('nobody signs in by common', knowingNo('common')),
]
