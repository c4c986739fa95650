/** A Microsoft cloud. Each is an instance of Entra of its own, whose tenants no other one knows. */
export type Cloud = 'public' | 'usGovernment' | 'china'

/** The names by which one cloud differs from the others. */
export type CloudNames = {
  /**
   * Hosts of the token endpoint, the preferred one first, as instance discovery lists them
   * (library: @azure/msal-common 16.16.1, AuthorityMetadata).
   */
  readonly loginHosts: readonly string[]
  /** The host under which MSAL caches (`preferred_cache`). */
  readonly cacheHost: string
  /**
   * Issuers of version 1 and 2 start with these origins
   * (an answer in Microsoft's forum, not documentation: learn.microsoft.com/answers/questions/1190472,
   * table of token issuers).
   */
  readonly v1IssuerOrigin: string
  readonly v2IssuerOrigin: string
  /**
   * Identifier URI of the token exchange (documented: learn.microsoft.com/entra/workload-id/
   * workload-identity-federation-config-app-trust-managed-identity, "audiences").
   */
  readonly exchangeUri: string
  /** Host of Microsoft Graph (documented: learn.microsoft.com/graph/deployments). */
  readonly graphHost: string
  /** `cloud_instance_name` of documents and keys; China's is inferred from its login host. */
  readonly instanceName: string
  /** `cloud_graph_host_name` and `rbac_url` of the documents; inferred outside the public cloud. */
  readonly directoryGraphHost: string
  readonly rbacUrl: string
}

export const clouds: Readonly<Record<Cloud, CloudNames>> = {
  public: {
    loginHosts: [
      'login.microsoftonline.com',
      'login.windows.net',
      'login.microsoft.com',
      'sts.windows.net',
    ],
    cacheHost: 'login.windows.net',
    v1IssuerOrigin: 'https://sts.windows.net',
    v2IssuerOrigin: 'https://login.microsoftonline.com',
    exchangeUri: 'api://AzureADTokenExchange',
    graphHost: 'graph.microsoft.com',
    instanceName: 'microsoftonline.com',
    directoryGraphHost: 'graph.windows.net',
    rbacUrl: 'https://pas.windows.net',
  },
  usGovernment: {
    loginHosts: ['login.microsoftonline.us'],
    cacheHost: 'login.microsoftonline.us',
    v1IssuerOrigin: 'https://sts.windows.net',
    v2IssuerOrigin: 'https://login.microsoftonline.us',
    exchangeUri: 'api://AzureADTokenExchangeUSGov',
    graphHost: 'graph.microsoft.us',
    instanceName: 'microsoftonline.us',
    directoryGraphHost: 'graph.windows.net',
    rbacUrl: 'https://pasff.usgovcloudapi.net',
  },
  china: {
    loginHosts: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
    cacheHost: 'login.partner.microsoftonline.cn',
    v1IssuerOrigin: 'https://sts.chinacloudapi.cn',
    v2IssuerOrigin: 'https://login.partner.microsoftonline.cn',
    exchangeUri: 'api://AzureADTokenExchangeChina',
    graphHost: 'microsoftgraph.chinacloudapi.cn',
    instanceName: 'partner.microsoftonline.cn',
    directoryGraphHost: 'graph.chinacloudapi.cn',
    rbacUrl: 'https://pas.chinacloudapi.cn',
  },
}

/** The login hosts of Microsoft Entra in all clouds. The mock answers under each of them. */
export const entraHosts: readonly string[] = Object.values(clouds).flatMap(
  ({ loginHosts }) => loginHosts,
)

/** The hosts of Microsoft Graph in all clouds. The mock answers under each of them. */
export const graphHosts: readonly string[] = Object.values(clouds).map(({ graphHost }) => graphHost)

const cloudByHost: ReadonlyMap<string, Cloud> = new Map(
  (Object.keys(clouds) as Cloud[]).flatMap((cloud) =>
    clouds[cloud].loginHosts.map((host) => [host, cloud] as const),
  ),
)

/** The cloud that a host of Microsoft Entra belongs to; undefined for any other host. */
export function cloudOfHost(host: string): Cloud | undefined {
  return cloudByHost.get(host)
}
