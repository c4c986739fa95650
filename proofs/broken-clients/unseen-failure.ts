import type { ClientError } from '../../engine/clients/client-under-test.ts'

/** Ends a call with what its caller is told. */
export class Failure extends Error {
  readonly told: ClientError
  constructor(told: ClientError) {
    super(told.message)
    this.told = told
  }
}

export const failed = (told: ClientError): Error => new Failure(told)
