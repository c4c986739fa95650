/**
 * Prepares a tenant for the scenarios through Microsoft Graph, and removes what it made.
 *
 * @module
 */
export { privateFiles } from './files/private-files.ts'
export { fixedToken } from './fixed-token.ts'
export { GraphError } from './graph/graph-error.ts'
export { allPermissions, neededPermissions } from './graph/needed-permissions.ts'
export { makeCertificate } from './make/certificate.ts'
export type { Progress } from './progress.ts'
export { provision } from './provision.ts'
export { GuardRefusal, ProvisionError } from './provision-error.ts'
export type { ProvisionRecord } from './record/record.ts'
export { readRecord } from './record/record-book.ts'
export { type Limits, type ProvisionSettings, pathsBeside, usualLimits } from './settings.ts'
export { signInFailure } from './sign-in-failure.ts'
export { type TeardownSettings, teardown } from './teardown.ts'
export type { ProvisionFetch, SignIn, World } from './world.ts'
