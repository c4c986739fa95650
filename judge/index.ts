export type { Finding, Severity } from './finding.ts'
export { judge } from './judge.ts'
export { clientOf, legOf } from './request.ts'
export type { Answered, Trail } from './trail.ts'
