/**
 * Prepares a tenant for the scenarios through Microsoft Graph, and removes what it made.
 *
 * @module
 */

export { GraphError } from './graph/graph-error.ts'
export { allPermissions, neededPermissions } from './graph/needed-permissions.ts'
export { provision } from './provision.ts'
export type { ProvisionRecord } from './record/record.ts'
export { readRecord } from './record/record-book.ts'
export { type Limits, type ProvisionSettings, pathsBeside, usualLimits } from './settings.ts'
export { type TeardownSettings, teardown } from './teardown.ts'
export { makeCertificate } from './world/certificate.ts'
export { fixedToken } from './world/fixed-token.ts'
export { privateFiles } from './world/private-files.ts'
export type { Progress } from './world/progress.ts'
export { GuardRefusal, ProvisionError } from './world/provision-error.ts'
export { signInFailure } from './world/sign-in-failure.ts'
export type { ProvisionFetch, SignIn, World } from './world/world.ts'
