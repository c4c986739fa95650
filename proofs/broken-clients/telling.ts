import type { BrokenClient } from './broken-client.ts'
import { brokenClients } from './index.ts'

/** The first fault of each rule: what every change is tested with. A proof tries all. */
export const tellingClients: readonly BrokenClient[] = brokenClients.filter(
  ({ breaks }, at) => brokenClients.findIndex((one) => one.breaks === breaks) === at,
)
