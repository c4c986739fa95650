import { entraHosts, graphHosts } from '../mock-idp/index.ts'

/**
 * The hosts that redirect to the mock, which has a certificate for each. `*.` stands for one label:
 * regional endpoints of the public cloud are such as `westus2.login.microsoft.com`.
 */
export const ledHosts: readonly string[] = [...entraHosts, '*.login.microsoft.com', ...graphHosts]
