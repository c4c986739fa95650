import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import { changedBody } from '../broken-answers.ts'
import { anyPath, tokenPath } from '../published-paths.ts'
import type { BrokenProvider } from './broken-provider.ts'

type Body = Readonly<Record<string, unknown>>

const accepts = (...waivedRules: readonly string[]): InProcessOptions => ({ waivedRules })

/** The refusal with one number, written otherwise. */
function refused(number: number, change: Body): InProcessOptions {
  return changedBody(anyPath, 400, (body) =>
    [body.error_codes].flat()[0] === number ? { ...body, ...change } : body,
  )
}

/** A blueprint that names itself names somebody unknown. */
const doesNotKnowItself: InProcessOptions = {
  intercept: async (request, forward) => {
    const type = request.headers.get('content-type') ?? ''
    if (!tokenPath.test(new URL(request.url).pathname) || !type.includes('urlencoded')) {
      return forward(request)
    }
    const form = new URLSearchParams(await request.clone().text())
    if (form.get('fmi_path') !== form.get('client_id')) return forward(request)
    form.set('fmi_path', '00000000-0000-4000-8000-00000000000b')
    return forward(new Request(request, { body: form.toString() }))
  },
}

/** Assertions that are read leniently, and refusals of them in other words. */
export const assertionsWrong: readonly BrokenProvider[] = [
  {
    name: 'the header of an assertion may have any member',
    breaks: ['ASSERT-HEADER'],
    options: accepts('ASSERT-HEADER'),
  },
  {
    name: 'an unknown member of a header is a malformed token',
    breaks: ['ASSERT-HEADER'],
    options: refused(5002726, { error_codes: [50027] }),
  },
  {
    name: 'a start that is no number is no start',
    breaks: ['ASSERT-VALUES'],
    options: accepts('ASSERT-VALUES'),
  },
  {
    name: 'an access token counts as an assertion of any type',
    breaks: ['ASSERT-JWT-TYPE'],
    options: accepts('ASSERT-JWT-TYPE'),
  },
  {
    name: 'a federated token with another algorithm is an invalid client',
    breaks: ['ASSERT-FEDERATED-ALG'],
    options: refused(5002738, { error: 'invalid_client' }),
  },
  {
    name: 'of a list of audiences one is enough',
    breaks: ['CERT-ONE-AUDIENCE'],
    options: accepts('CERT-ONE-AUDIENCE'),
  },
  {
    name: 'a list of audiences is the wrong audience',
    breaks: ['CERT-ONE-AUDIENCE'],
    options: refused(50027, { error_codes: [700023] }),
  },
  {
    name: 'an assertion may be for any audience',
    breaks: ['CERT-AUDIENCE'],
    options: accepts('CERT-AUDIENCE'),
  },
  {
    name: 'an issuer without documents is one without the key',
    breaks: ['FIC-DOCUMENTS'],
    options: refused(501661, { error: 'invalid_client', error_codes: [7000272] }),
  },
  {
    name: 'an expression that does not fit is answered as a subject',
    breaks: ['FIC-EXPRESSION'],
    options: refused(7002131, { error_codes: [700213] }),
  },
  {
    name: 'an expression fits whatever the claims are',
    breaks: ['FIC-EXPRESSION'],
    options: accepts('FIC-EXPRESSION'),
  },
  {
    name: 'federated credentials are chained',
    breaks: ['FIC-CHAIN'],
    options: accepts('FIC-CHAIN'),
  },
  {
    name: 'T1 as the proof of its blueprint is a token of an application',
    breaks: ['FIC-T1'],
    options: accepts('FIC-T1'),
  },
  {
    name: 'T1 proves the blueprint that obtained it',
    breaks: ['FIC-T1'],
    options: accepts('FIC-T1', 'FIC-MSI-ONLY', 'FIC-SUBJECT'),
  },
  {
    name: 'a missing fmi_path is a missing parameter',
    breaks: ['FMI-PRESENT'],
    options: refused(82008, { error_codes: [900144] }),
  },
  {
    name: 'an fmi_path goes with every scope',
    breaks: ['SCOPE-FMI-PATH'],
    options: accepts('SCOPE-FMI-PATH'),
  },
  {
    name: 'a blueprint that names itself names nobody',
    breaks: ['FMI-KNOWN'],
    options: doesNotKnowItself,
  },
  {
    name: 'a refusal has one id for the trace and for the correlation',
    breaks: ['ERROR-CORRELATION'],
    options: changedBody(anyPath, 400, (body) => ({ ...body, correlation_id: body.trace_id })),
  },
]
