import { misreading } from './answers.ts'
import { signingWrongly } from './assertions.ts'
import type { BrokenClient } from './broken-client.ts'
import { keepingWrongly } from './caching.ts'
import { provingWrongly } from './credentials.ts'
import { breakingPromises } from './declared.ts'
import { reportingWrongly } from './errors.ts'
import { askingOthers } from './hosts.ts'
import { takingAnything } from './input.ts'
import { handingOutWrongly } from './recipients.ts'
import { retryingWrongly } from './retrying.ts'
import { tellingTales } from './secrecy.ts'
import { sendingWrongly } from './sending.ts'
import { overlapping } from './simultaneous.ts'
import { confusingTenants } from './tenants.ts'

/** The reference client with one fault after another: each must be caught by the rule that it breaks. */
export const brokenClients: readonly BrokenClient[] = [
  ...sendingWrongly,
  ...confusingTenants,
  ...askingOthers,
  ...takingAnything,
  ...provingWrongly,
  ...signingWrongly,
  ...keepingWrongly,
  ...retryingWrongly,
  ...misreading,
  ...handingOutWrongly,
  ...tellingTales,
  ...overlapping,
  ...reportingWrongly,
  ...breakingPromises,
]
