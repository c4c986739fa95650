import { also, type BrokenClient } from './broken-client.ts'
import { claimsIn } from './on-the-wire.ts'
import { withoutChecks } from './without-checks.ts'

const handedOut = also('the token of somebody else is handed out', 'RECIPIENT-OWN-TOKEN')

/** Whose token is handed to whom. */
export const handingOutWrongly: readonly BrokenClient[] = [
  {
    name: 'hands out whatever token came',
    breaks: 'RECIPIENT-WRONG-AGENT',
    alsoBreaks: handedOut,
    seams: withoutChecks(),
  },
  {
    name: 'does not look at tokens for custom APIs',
    breaks: 'RECIPIENT-WRONG-AGENT',
    alsoBreaks: handedOut,
    seams: withoutChecks(undefined, (token) => claimsIn(token).ver === '2.0'),
  },
  {
    name: 'hands out the token of any agent identity of the blueprint',
    breaks: 'RECIPIENT-WRONG-AGENT',
    alsoBreaks: handedOut,
    seams: withoutChecks(undefined, (token) => 'xms_par_app_azp' in claimsIn(token)),
  },
]
