import { inferred } from '../rules/evidence.ts'
import type { RefusalRule } from '../rules/index.ts'
import { Refusal } from './refusal.ts'

const ofTheMock = inferred('a bug of the mock says nothing about Microsoft Entra')

/** What a bug is called where a refusal names its rule. No rule of the catalogue has this id. */
export const bugId = 'BUG'

/**
 * The end of a request that the mock did not foresee, in the form of a refusal, so that every endpoint writes it as it
 * writes all others. Entra's own words for such an end are those of AADSTS50000
 * (learn.microsoft.com/entra/identity-platform/reference-error-codes).
 */
export function bugOf(error: unknown, isGraph: boolean): Refusal {
  const rule: RefusalRule = {
    kind: 'refusal',
    id: bugId,
    title: 'The mock foresees every request',
    status: 500,
    ...(isGraph
      ? { error: 'InternalServerError' }
      : { error: 'server_error', aadsts: 50000, hasErrorPage: true }),
    message: () => '',
    evidence: ofTheMock,
    answerEvidence: ofTheMock,
    broken: () => true,
  }
  return new Refusal(
    rule,
    `There was an error issuing a token or an issue with our sign-in service. This is a bug of the mock, not of your request: ${placeOf(error)}. Please report it.`,
  )
}

/** The kind of an error and where it came from. Its message stays out: it can repeat what the request kept secret. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return `something else than an error was thrown (${typeof error})`
  const lines = error.stack?.replace(error.message, '').split('\n') ?? []
  const frame = lines.map((line) => line.trim()).find((line) => line.startsWith('at '))
  const [called = '', file] = (frame ?? '').replace(/^at (?:async )?/, '').split(' (')
  const place = (file ?? called).replace(')', '')
  const [name, line] = place.slice(place.lastIndexOf('/') + 1).split(':')
  const found = [file && `in ${called}`, line && `at ${name}:${line}`].filter(Boolean).join(' ')
  return [error.name, found].join(' ').trim()
}
