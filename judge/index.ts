export type { Finding, Severity } from './finding.ts'
export { judge } from './judge.ts'
export { clientOf, legOf } from './request.ts'
export type { Answered, Contact, Trail } from './trail.ts'
