/**
 * Prepares a tenant for the scenarios through Microsoft Graph, and removes what it made.
 *
 * @module
 */

export { GraphError } from './graph/graph-error.ts'
export { allPermissions, neededPermissions } from './graph/needed-permissions.ts'
export { makeCertificate } from './ports/certificate.ts'
export { fixedToken } from './ports/fixed-token.ts'
export type { Ports, ProvisionFetch, SignIn } from './ports/ports.ts'
export { privateFiles } from './ports/private-files.ts'
export type { Progress } from './ports/progress.ts'
export { GuardRefusal, ProvisionError } from './ports/provision-error.ts'
export { signInFailure } from './ports/sign-in-failure.ts'
export { provision } from './provision.ts'
export type { ProvisionRecord } from './record/record.ts'
export { readRecord } from './record/record-book.ts'
export { type Limits, type ProvisionSettings, pathsBeside, usualLimits } from './settings.ts'
export { type TeardownSettings, teardown } from './teardown.ts'
