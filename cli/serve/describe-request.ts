import type { RequestSummary } from '../../mock-idp/node.ts'
import { printable } from '../../wire/printable.ts'

/** One line a person can follow: when, who, and what came of it. */
export function describeRequest(request: RequestSummary): string {
  return printable(lineOf(request))
}

function lineOf(request: RequestSummary): string {
  const { time, parameters, basicClientId, outcome, httpStatus } = request
  const when = `${time.slice(11, 19)} ${httpStatus}`
  if ('answered' in outcome) return `${when} ${request.method} ${request.path}`
  const client = parameters.client_id ?? basicClientId ?? whoElse(request)
  const forAgent = parameters.fmi_path ? ` for ${parameters.fmi_path}` : ''
  return `${when} ${client}: ${describe(outcome)}${forAgent}`
}

/** Requests for documents and managed identity tokens have no client id, so the path stands for it. */
function whoElse({ endpoint, method, path }: RequestSummary): string {
  return endpoint === 'token' ? 'no client id' : `${method} ${path}`
}

const tokenNames: Readonly<Record<string, string>> = {
  t1: 'T1',
  t2: 'T2',
  agent: 'an agent token',
  blueprint: 'a token of the blueprint',
  application: 'a token of the application',
  'managed-identity': 'a token of the managed identity',
}

function describe(outcome: Exclude<RequestSummary['outcome'], { answered: unknown }>): string {
  if ('issued' in outcome) return `issued ${tokenNames[outcome.issued] ?? outcome.issued}`
  if ('fault' in outcome) return `fault: ${outcome.description}`
  const { refused, error, aadsts } = outcome
  const number = aadsts === undefined ? '' : `, AADSTS${aadsts}`
  return `refused under ${refused} (${error}${number})`
}
