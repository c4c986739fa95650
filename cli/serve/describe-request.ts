import type { RequestSummary } from '../../mock-idp/node.ts'

/** One line a person can follow: when, who, and what came of it. */
export function describeRequest({ time, parameters, outcome, httpStatus }: RequestSummary): string {
  const client = parameters.client_id ?? 'nobody'
  const forAgent = parameters.fmi_path ? ` for ${parameters.fmi_path}` : ''
  return `${time.slice(11, 19)} ${httpStatus} ${client}: ${describe(outcome)}${forAgent}`
}

const tokenNames: Readonly<Record<string, string>> = {
  t1: 'T1',
  t2: 'T2',
  agent: 'an agent token',
  blueprint: 'a token of the blueprint',
  application: 'a token of the application',
}

function describe(outcome: RequestSummary['outcome']): string {
  if ('issued' in outcome) return `issued ${tokenNames[outcome.issued] ?? outcome.issued}`
  if ('fault' in outcome) return 'answered by a fault'
  return `refused under ${outcome.refused} (${outcome.error}, AADSTS${outcome.aadsts})`
}
