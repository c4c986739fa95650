import { trustLines } from '../mock-idp/node.ts'
import { isOneOf, type Routes } from './route.ts'

/** Variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>

export type EnvironmentOptions = {
  readonly proxyPort: number
  readonly routes: Routes
  /** The certificate of the mock's authority, with Java's trust store beside it. */
  readonly caFile: string
  /** What Node is to trust beside its own roots. */
  readonly nodeCaFile: string
  /** The absolute path of `preload.cjs`. */
  readonly preloadFile: string
  /** The variables that the program would have had. */
  readonly inherited: Environment
  /** As `process.platform`. */
  readonly platform: string
}

/**
 * The variables that lead a program to the mock, to be laid over those it inherits. Options for Java
 * and Node are appended to inherited ones. `NO_PROXY` is replaced: an inherited one lets hosts by.
 */
export function redirectEnvironment(options: EnvironmentOptions): Record<string, string> {
  return {
    ...trustVariables(options.caFile),
    ...proxyVariables(options),
    AZURE_AUTHORITY_HOST: authorityHost(options),
    JAVA_TOOL_OPTIONS: javaOptions(options),
    NODE_EXTRA_CA_CERTS: options.nodeCaFile,
    NODE_OPTIONS: nodeOptions(options),
    AGENTID_REDIRECT: JSON.stringify({
      ...options.routes,
      proxy: { host: '127.0.0.1', port: options.proxyPort },
    }),
  }
}

/** What a variable holds so far; on Windows, their names ignore letter case. */
export function inheritedValue(
  name: string,
  { inherited, platform }: Pick<EnvironmentOptions, 'inherited' | 'platform'>,
): string | undefined {
  if (platform !== 'win32') return inherited[name]
  return Object.entries(inherited).find(([key]) => key.toUpperCase() === name)?.[1]
}

function trustVariables(caFile: string): Record<string, string> {
  return Object.assign({}, ...trustLines(caFile, 'linux').map(({ variables }) => variables))
}

/**
 * Some programs read the upper case names, some the lower case ones (curl reads only `http_proxy`).
 * On Windows they are the same variable, and of two spellings Node passes on the one that sorts first.
 */
function proxyVariables({ proxyPort, platform }: EnvironmentOptions): Record<string, string> {
  const url = `http://127.0.0.1:${proxyPort}`
  const variables = {
    HTTPS_PROXY: url,
    HTTP_PROXY: url,
    ALL_PROXY: url,
    // Not 169.254.169.254: in a virtual machine of Azure that is a real identity.
    NO_PROXY: 'localhost,127.0.0.1,::1',
  }
  if (platform === 'win32') return variables
  const lowerCase = Object.entries(variables).map(([name, value]) => [name.toLowerCase(), value])
  return { ...variables, ...Object.fromEntries(lowerCase) }
}

/**
 * Read by Azure.Identity in .NET, Java, JavaScript, Python and Go. An inherited one stays if it is led to
 * the mock: it says which cloud. Any other gives way to the public cloud and not to the mock's own origin,
 * whose port azure-identity 1.25 for Python leaves out.
 */
function authorityHost(options: EnvironmentOptions): string {
  const inherited = inheritedValue('AZURE_AUTHORITY_HOST', options)
  const isLed = inherited !== undefined && isOneOf(hostOf(inherited), options.routes.hosts)
  return isLed ? inherited : 'https://login.microsoftonline.com'
}

/** The variable may hold a host without a scheme. */
function hostOf(authority: string): string {
  const url = authority.includes('://') ? authority : `https://${authority}`
  return URL.canParse(url) ? new URL(url).hostname : ''
}

/** Java puts these before its command line, and of two properties the later wins. */
function javaOptions(options: EnvironmentOptions): string {
  const { caFile, proxyPort } = options
  const proxy = ['http', 'https'].flatMap((scheme) => [
    `-D${scheme}.proxyHost=127.0.0.1`,
    `-D${scheme}.proxyPort=${proxyPort}`,
  ])
  // Java's own default, which an inherited option may have replaced.
  const own = [...proxy, '-Dhttp.nonProxyHosts=localhost|127.*|[::1]']
  const trust = trustVariables(caFile).JAVA_TOOL_OPTIONS
  return join([inheritedValue('JAVA_TOOL_OPTIONS', options), trust, ...own])
}

/** Node reads a quoted path, in which a backslash escapes the next character. */
function nodeOptions(options: EnvironmentOptions): string {
  const own = `--require "${options.preloadFile.replace(/["\\]/g, '\\$&')}"`
  const inherited = inheritedValue('NODE_OPTIONS', options)
  return inherited?.includes(own) ? inherited : join([inherited, own])
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}
