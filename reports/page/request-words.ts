import type { JournalEntry } from '../../mock-idp/index.ts'
import type { Story } from '../report.ts'
import { knownName } from './known-name.ts'

type Names = Story['names']

const documents: Readonly<Record<string, string>> = {
  discovery: 'reads the discovery document',
  keys: 'reads the signing keys',
  instance: 'requests the list of known hosts',
  graph: 'sends a request to Microsoft Graph',
  forgery: 'orders a forged token',
  unknown: 'requests an unknown path',
}

/** Describes a request in a few words: `Concierge asks for T1 of Booking`. */
export function requestWords(
  { endpoint, parameters, basicClientId, leg }: JournalEntry,
  names: Names,
): string {
  const nameOf = (id: string | undefined) =>
    id === undefined ? undefined : (knownName(names, id) ?? id)
  const client = nameOf(parameters.client_id ?? basicClientId) ?? 'The client'
  if (endpoint === 'managedIdentity') return `${client} requests a managed identity token`
  if (endpoint !== 'token') return `The client ${documents[endpoint] ?? 'sends a request'}`
  const agent = nameOf(parameters.fmi_path)
  if (agent !== undefined) return `${client} asks for T1 of ${agent === '' ? 'nobody' : agent}`
  const what = resourceName(parameters.scope ?? parameters.resource)
  return `${client} ${howAsked(leg)} ${what}`
}

function howAsked(leg: JournalEntry['leg']): string {
  if (leg === 'obo') return 'acts on behalf of a person for'
  if (leg === 'agentUser') return 'acts as its agent user for'
  return leg === 'refresh' ? 'renews a token for' : 'asks for a token for'
}

const resources: Readonly<Record<string, string>> = {
  'https://graph.microsoft.com': 'Microsoft Graph',
  'api://azureadtokenexchange': 'the token exchange',
}

function resourceName(scope: string | undefined): string {
  const [first = ''] = (scope ?? '').split(' ', 1)
  if (first === '') return 'nothing'
  const resource = first.replace(/\/\.default$/, '')
  return resources[resource.toLowerCase()] ?? resource
}

export type AnswerWords = {
  readonly kind: 'given' | 'refused' | 'fault'
  readonly title: string
  readonly details: readonly string[]
}

const tokenNames: Readonly<Record<string, string>> = {
  t1: 'T1',
  t2: 'T2',
  agent: 'agent token',
  blueprint: 'token of the blueprint',
  application: 'token of the application',
  'managed-identity': 'token of the managed identity',
  'on-behalf-of': 'token on behalf of a person',
  'agent-user': 'token of the agent user',
  forgery: 'forged token',
}

/** Describes an answer in a few words. */
export function answerWords(entry: JournalEntry): AnswerWords {
  const { kind, title, details } = plainAnswer(entry)
  const changed = entry.fault === undefined ? [] : [onPurpose(entry.fault)]
  return { kind, title, details: [...details, ...changed] }
}

function plainAnswer({ outcome, httpStatus, expiresIn }: JournalEntry): AnswerWords {
  if ('issued' in outcome) {
    const title = `${httpStatus} ${tokenNames[outcome.issued] ?? outcome.issued}`
    const details = expiresIn === undefined ? [] : [`expires in ${expiresIn} s`]
    return { kind: 'given', title, details }
  }
  if ('refused' in outcome) {
    const { error, aadsts, refused } = outcome
    const number = aadsts === undefined ? [] : [`AADSTS${aadsts}`]
    return {
      kind: 'refused',
      title: `${httpStatus} ${error}`,
      details: [...number, `rule ${refused}`],
    }
  }
  if ('fault' in outcome) {
    const title = outcome.fault === 0 ? 'no answer' : `${outcome.fault}`
    return { kind: 'fault', title, details: [onPurpose(outcome.description)] }
  }
  return { kind: 'given', title: `${httpStatus} ${outcome.answered}`, details: [] }
}

/** A fault that the scenario injected. */
function onPurpose(fault: string): string {
  return `injected by the scenario: ${fault}`
}
