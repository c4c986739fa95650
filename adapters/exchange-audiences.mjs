/**
 * The audience of the token exchange in each cloud, which is the resource that T1 and federated
 * assertions are for.
 *
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
export const exchangeAudiences = {
  public: 'api://AzureADTokenExchange',
  usGovernment: 'api://AzureADTokenExchangeUSGov',
  china: 'api://AzureADTokenExchangeChina',
}
