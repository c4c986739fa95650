import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { atTokenEndpoint, refused, withValues } from '../token-requests.ts'
import { refusalsOf } from './access-answers.ts'
import type { BrokenProvider } from './broken-provider.ts'

/** Claims and resources of a request, read otherwise. */
export const accessRequestsMisread: readonly BrokenProvider[] = [
  {
    name: 'claims that it cannot read are none',
    breaks: ['REQ-CLAIMS'],
    options: atTokenEndpoint(({ form }, pass) =>
      pass(isObject(form.get('claims')) ? undefined : withValues(form, { claims: undefined })),
    ),
  },
  {
    name: 'reads claims in base64',
    breaks: ['REQ-CLAIMS'],
    options: atTokenEndpoint(({ form }, pass) => {
      const text = Buffer.from(form.get('claims') ?? '', 'base64').toString()
      return pass(isObject(text) ? withValues(form, { claims: text }) : undefined)
    }),
  },
  {
    name: 'refuses claims that it does not know',
    breaks: ['REQ-CLAIMS'],
    options: atTokenEndpoint(async (asked, pass) =>
      asked.form.get('claims')?.includes('userinfo')
        ? refused(asked, 'invalid_request', 9002313, 400)
        : pass(),
    ),
  },
  ...(
    [
      ['a slash at its end', (text: string) => text.replace(/\/$/, '')],
      ['a path', (text: string) => text.replace(/\/mcp$/, '')],
      ['the scope', (text: string) => text.replace(/\/\.default$/, '')],
    ] as const
  ).map(([what, mend]) => ({
    name: `forgives the parameter resource ${what}`,
    breaks: ['RESOURCE-PARAMETER'],
    options: resourceAs((resource) => mend(resource)),
  })),
  {
    name: 'takes any resource that the tenant does not know',
    breaks: ['RESOURCE-PARAMETER'],
    options: resourceAs((resource) => (resource.startsWith('https://mcp') ? undefined : resource)),
  },
  {
    name: 'compares the parameter resource only where an agent identity acts as itself',
    breaks: ['RESOURCE-PARAMETER'],
    options: atTokenEndpoint(({ form }, pass) =>
      pass(
        form.get('grant_type') === 'client_credentials'
          ? undefined
          : withValues(form, { resource: undefined }),
      ),
    ),
  },
  {
    name: 'calls a resource that does not match an invalid_resource',
    breaks: ['RESOURCE-PARAMETER'],
    options: refusalsOf(9010010, (body) => ({ ...body, error: 'invalid_resource' })),
  },
  {
    name: 'refuses the parameter resource wherever it is',
    breaks: ['RESOURCE-PARAMETER-IGNORED', 'RESOURCE-PARAMETER'],
    options: atTokenEndpoint(async (asked, pass) =>
      asked.form.get('resource') ? refused(asked, 'invalid_target', 9010010, 400) : pass(),
    ),
  },
  {
    name: 'issues the token for the parameter resource instead of the scope',
    breaks: ['RESOURCE-PARAMETER-IGNORED'],
    options: atTokenEndpoint(({ form }, pass) => {
      const resource = form.get('resource')
      return pass(resource ? withValues(form, { scope: `${resource}/.default` }) : undefined)
    }),
  },
]

function resourceAs(change: (resource: string) => string | undefined): InProcessOptions {
  return atTokenEndpoint(({ form }, pass) => {
    const resource = form.get('resource')
    return pass(resource ? withValues(form, { resource: change(resource) }) : undefined)
  })
}

function isObject(text: string | null): boolean {
  try {
    return text?.startsWith('{') === true && typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
