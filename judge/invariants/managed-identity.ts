import type { Invariant } from './invariant.ts'

/** The token exchange of any cloud, by its name or by its application id. */
const exchange =
  /^(api:\/\/azureadtokenexchange(usgov|china)?|fb60f99c-7a34-4190-8149-302f77469936)\/?(\.default)?$/i

/** A program that is only watched may ask its managed identity for more than a proof of the blueprint. */
export const audienceOfManagedIdentity: Invariant = {
  check: 'MANAGED-IDENTITY-AUDIENCE',
  breaches: ({ requests, asked }) =>
    requests.flatMap((request) => {
      const { endpoint, parameters } = request
      const isFine = exchange.test(parameters.resource ?? '')
      if (endpoint !== 'managedIdentity' || asked === undefined || isFine) return []
      return [
        {
          message: 'the client asks the managed identity for a token that proves no blueprint',
          expected: 'resource api://AzureADTokenExchange',
          actual: `resource ${parameters.resource ?? 'absent'}`,
          request,
        },
      ]
    }),
}
