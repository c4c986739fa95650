import { captured, documented } from './evidence.ts'
import { refusals } from './refusals.ts'

type ClientProof = {
  readonly isSpa: boolean
  readonly hasOrigin: boolean
}

const codeFlow = documented('learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow')

/** From where a client asks that a person came back to. In the order of enforcement. */
export const clientTypeRules = refusals<ClientProof>([
  {
    id: 'CRED-ORIGIN-SPA',
    title: 'Only a single-page application redeems from a browser',
    aadsts: 9002326,
    message: () =>
      "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
    evidence: captured('github.com/umijs/umi-request/issues/299 (2022-06)'),
    broken: ({ isSpa, hasOrigin }) => !isSpa && hasOrigin,
  },
  {
    id: 'CRED-SPA-ORIGIN',
    title: 'A single-page application redeems from a browser',
    aadsts: 9002327,
    message: () =>
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    evidence: codeFlow,
    answerEvidence: captured(
      'github.com/AzureAD/microsoft-authentication-library-for-js/issues/2482 (2020-10)',
    ),
    assumed: ['error', 'status'],
    broken: ({ isSpa, hasOrigin }) => isSpa && !hasOrigin,
  },
])
