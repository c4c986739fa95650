import { ODataProblem } from './problem.ts'

/** Reads `$top`. The refusal of a size out of range is from a real tenant, as quoted in public client code. */
export function parseTop(text: string, maxPageSize: number): number {
  const top = nonNegativeInteger('$top', text)
  if (top >= 1 && top <= maxPageSize) return top
  throw new ODataProblem(
    '$top',
    `Invalid page size specified: '${text}'. Must be between 1 and ${maxPageSize} inclusive.`,
    'Request_UnsupportedQuery',
  )
}

/** Reads `$skip`, where it is allowed; the refusal is from github.com/microsoftgraph/msgraph-metadata/issues/135. */
export function parseSkip(text: string, isAllowed: boolean): number {
  if (isAllowed) return nonNegativeInteger('$skip', text)
  throw new ODataProblem('$skip', "'$skip' is not supported by the service.", 'Request_BadRequest')
}

/** Reads `$count`. */
export function parseCount(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  throw new ODataProblem(
    '$count',
    `Invalid value '${text}' for $count query option found. Valid values are 'true' and 'false'.`,
  )
}

/** The only format offered is JSON. */
export function checkFormat(text: string): void {
  if (/^(?:json|application\/json(?:;.*)?)$/i.test(text)) return
  throw new ODataProblem('$format', `The format '${text}' is not supported; ask for json.`)
}

function nonNegativeInteger(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new ODataProblem(
    option,
    `Invalid value '${text}' for ${option} query option found. The ${option} query option requires a non-negative integer value.`,
  )
}
