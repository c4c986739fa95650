import { misreading } from './answers.ts'
import { signingWrongly } from './assertions.ts'
import { presentingBeyondExpiry } from './beyond-expiry.ts'
import type { BrokenClient } from './broken-client.ts'
import { keepingWrongly } from './caching.ts'
import { provingWrongly } from './credentials.ts'
import { breakingPromises } from './declared.ts'
import { reportingWrongly } from './errors.ts'
import { fallingBack } from './falling-back.ts'
import { goingElsewhere } from './going-elsewhere.ts'
import { usingHalves } from './half-answers.ts'
import { askingOthers } from './hosts.ts'
import { takingAnything } from './input.ts'
import { confusing } from './keeping-apart.ts'
import { postingElsewhere } from './other-paths.ts'
import { losingPatience } from './patience.ts'
import { actingAsUsersWrongly } from './people-agent-users.ts'
import { takingForAnother } from './people-alike.ts'
import { exchangingWrongly } from './people-exchanging.ts'
import { confusingPeople } from './people-keeping.ts'
import { presentingTheOld } from './people-newest.ts'
import { servingTooLittle } from './people-permissions.ts'
import { misunderstandingRefusals } from './people-refused.ts'
import { renewingForOthers } from './people-renewing.ts'
import { givingAwayPeople } from './people-telling.ts'
import { handingOutWrongly } from './recipients.ts'
import { renewingWrongly } from './renewing.ts'
import { retryingWrongly } from './retrying.ts'
import { tellingTales } from './secrecy.ts'
import { tellingInOtherForms } from './secret-forms.ts'
import { sendingWrongly } from './sending.ts'
import { signingAnew } from './signing-anew.ts'
import { overlapping } from './simultaneous.ts'
import { misreadingSuccess } from './success-answers.ts'
import { confusingTenants } from './tenants.ts'
import { trusting } from './trusting.ts'
import { agingByHand } from './unseen-aging.ts'
import { askingByHand } from './unseen-asking.ts'
import { provingOtherwiseByHand } from './unseen-chains.ts'
import { crowdingByHand } from './unseen-crowding.ts'
import { findingByHand } from './unseen-finding.ts'
import { fillingInByHand } from './unseen-forms.ts'
import { askingElsewhereByHand } from './unseen-hosts.ts'
import { keepingByHand } from './unseen-keeping.ts'
import { machinesByHand } from './unseen-machines.ts'
import { mixingByHand } from './unseen-mixing.ts'
import { pacingByHand } from './unseen-pacing.ts'
import { provingByHand } from './unseen-proving.ts'
import { readingByHand } from './unseen-reading.ts'
import { sendingByHand } from './unseen-sending.ts'
import { signingByHand } from './unseen-signing.ts'
import { tellingByHand } from './unseen-telling.ts'
import { timingByHand } from './unseen-timing.ts'
import { understandingByHand } from './unseen-understanding.ts'
import { whisperingByHand } from './unseen-whispering.ts'

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
  ...confusing,
  ...renewingWrongly,
  ...misreadingSuccess,
  ...goingElsewhere,
  ...trusting,
  ...tellingInOtherForms,
  ...signingAnew,
  ...breakingPromises,
  ...keepingByHand,
  ...timingByHand,
  ...sendingByHand,
  ...fillingInByHand,
  ...provingByHand,
  ...provingOtherwiseByHand,
  ...readingByHand,
  ...askingElsewhereByHand,
  ...tellingByHand,
  ...agingByHand,
  ...askingByHand,
  ...crowdingByHand,
  ...findingByHand,
  ...machinesByHand,
  ...mixingByHand,
  ...pacingByHand,
  ...signingByHand,
  ...understandingByHand,
  ...whisperingByHand,
  ...usingHalves,
  ...presentingBeyondExpiry,
  ...fallingBack,
  ...postingElsewhere,
  ...exchangingWrongly,
  ...misunderstandingRefusals,
  ...actingAsUsersWrongly,
  ...confusingPeople,
  ...renewingForOthers,
  ...givingAwayPeople,
  ...takingForAnother,
  ...presentingTheOld,
  ...servingTooLittle,
  ...losingPatience,
]
