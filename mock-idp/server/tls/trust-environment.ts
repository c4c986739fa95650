/** How programs in one language are told to trust the mock's authority. */
export type TrustLine = {
  readonly client: 'Node.js' | 'Python' | 'Go' | 'Java' | 'curl'
  /** What the line does beside that, for people who read it. */
  readonly note: string
  /** One line for the user's shell. */
  readonly line: string
  /** The same as variables, for a process that is started with them. */
  readonly variables: Readonly<Record<string, string>>
}

/** Guards nothing: the store holds a public certificate. It is the password Java's own store has. */
export const javaTrustStorePassword = 'changeit'

/** Where the trust store for Java is kept: beside the authority's certificate. */
export function javaTrustStoreFile(caFile: string): string {
  return caFile.replace(/(?<![^/\\])[^/\\]*$/, 'java-trust.jks')
}

/** The bundles for programs that go on trusting the public authorities: for Java, and for all others. */
export function bundleFiles(caFile: string) {
  const beside = (name: string) => caFile.replace(/(?<![^/\\])[^/\\]*$/, name)
  return { caBundleFile: beside('ca-bundle.pem'), javaBundleFile: beside('java-bundle.jks') }
}

/**
 * The lines of {@link trustLines} with which programs go on trusting the public authorities too.
 *
 * @param caFile - absolute path of the authority's certificate, with the bundles beside it
 * @param env - of the shell: what Node adds to its roots there already is in the bundle too
 */
export function addingTrustLines(
  caFile: string,
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly TrustLine[] {
  const { caBundleFile, javaBundleFile } = bundleFiles(caFile)
  const addsMore = ![undefined, '', caFile].includes(env.NODE_EXTRA_CA_CERTS)
  return linesFor(
    {
      addition: addsMore ? caBundleFile : caFile,
      bundle: caBundleFile,
      javaStore: javaBundleFile,
    },
    platform,
  )
}

/**
 * The one line of environment each language needs to trust the authority. Nothing is put into a
 * system trust store: the trust ends with the shell.
 *
 * @param caFile - absolute path of the authority's certificate (PEM), with `java-trust.jks` beside it
 * @param platform - as `process.platform`: PowerShell lines for `win32`, POSIX shell lines for others
 */
export function trustLines(caFile: string, platform: string): readonly TrustLine[] {
  return linesFor(
    { addition: caFile, bundle: caFile, javaStore: javaTrustStoreFile(caFile) },
    platform,
  )
}

/** What Node adds to its roots, and what replaces those of the others. */
type TrustedFiles = {
  readonly addition: string
  readonly bundle: string
  readonly javaStore: string
}

function linesFor(files: TrustedFiles, platform: string): readonly TrustLine[] {
  const toLine = platform === 'win32' ? powerShellLine : posixLine
  return clients(files).map((client) => ({ ...client, line: toLine(client.variables) }))
}

function clients({
  addition,
  bundle,
  javaStore,
}: TrustedFiles): readonly Omit<TrustLine, 'line'>[] {
  return [
    {
      client: 'Node.js',
      note: 'adds to the built-in roots; read once, when Node starts',
      variables: { NODE_EXTRA_CA_CERTS: addition },
    },
    {
      client: 'Python',
      note: 'requests reads the first, ssl and httpx the second; replaces the system roots with what the file holds',
      variables: { REQUESTS_CA_BUNDLE: bundle, SSL_CERT_FILE: bundle },
    },
    {
      client: 'Go',
      note: 'replaces the system roots with what the file holds; Go on macOS and Windows ignores it, there set tls.Config.RootCAs',
      variables: { SSL_CERT_FILE: bundle },
    },
    {
      client: 'Java',
      note: 'replaces the roots of the JDK with what the store holds; Java says on stderr that it picked this up',
      variables: { JAVA_TOOL_OPTIONS: javaOptions(javaStore) },
    },
    {
      client: 'curl',
      note: "replaces the system roots with what the file holds; Windows' own curl.exe ignores it, there use --cacert",
      variables: { CURL_CA_BUNDLE: bundle },
    },
  ]
}

function javaOptions(storeFile: string): string {
  const options = [
    `-Djavax.net.ssl.trustStore=${javaQuoted(storeFile)}`,
    '-Djavax.net.ssl.trustStoreType=JKS',
    `-Djavax.net.ssl.trustStorePassword=${javaTrustStorePassword}`,
  ]
  return options.join(' ')
}

/** Java splits the variable at white space outside quotes, of either kind, and knows no escapes. */
function javaQuoted(path: string): string {
  if (!/[\s'"]/.test(path)) return path
  return path
    .split(/('+)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith("'") ? `"${part}"` : `'${part}'`))
    .join('')
}

function posixLine(variables: Readonly<Record<string, string>>): string {
  const quoted = (value: string) => `'${value.replaceAll("'", "'\\''")}'`
  const pairs = Object.entries(variables).map(([name, value]) => `${name}=${quoted(value)}`)
  return `export ${pairs.join(' ')}`
}

function powerShellLine(variables: Readonly<Record<string, string>>): string {
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`
  const pairs = Object.entries(variables).map(([name, value]) => `$env:${name} = ${quoted(value)}`)
  return pairs.join('; ')
}
