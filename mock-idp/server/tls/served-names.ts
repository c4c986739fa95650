import { entraHosts, graphHosts } from '../../directory/clouds.ts'

/** Every name the mock is reached by: the SANs of its leaf, and all its authority may sign for. */
export const servedNames: readonly string[] = [
  'localhost',
  '127.0.0.1',
  '::1',
  ...entraHosts,
  // Regional endpoints of the public cloud, such as westus2.login.microsoft.com.
  '*.login.microsoft.com',
  ...graphHosts,
]

/**
 * What `encodeNameConstraints` makes of the served names, as a test asserts. A start compares its authority
 * with this, and does not have to load the library that encodes.
 */
export const servedConstraints: Buffer = Buffer.from(
  [
    'MIIBR6CCAUMwC4IJbG9jYWxob3N0MAqHCH8AAAH/////MCKHIAAAAAAAAAAAAAAAAAAAAAH///////////////////',
    '//MBuCGWxvZ2luLm1pY3Jvc29mdG9ubGluZS5jb20wE4IRbG9naW4ud2luZG93cy5uZXQwFYITbG9naW4ubWljcm9z',
    'b2Z0LmNvbTARgg9zdHMud2luZG93cy5uZXQwGoIYbG9naW4ubWljcm9zb2Z0b25saW5lLnVzMCKCIGxvZ2luLnBhcn',
    'RuZXIubWljcm9zb2Z0b25saW5lLmNuMBiCFmxvZ2luLmNoaW5hY2xvdWRhcGkuY24wFYITZ3JhcGgubWljcm9zb2Z0',
    'LmNvbTAUghJncmFwaC5taWNyb3NvZnQudXMwIYIfbWljcm9zb2Z0Z3JhcGguY2hpbmFjbG91ZGFwaS5jbg==',
  ].join(''),
  'base64',
)
