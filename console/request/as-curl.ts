import type { JournalEntry } from '../../mock-idp/index.ts'

const masked = '***'

/** The same request for a shell. What the journal masks is a variable, for you to set. */
export function asCurl(entry: JournalEntry): string {
  const { method, host, path, query, bearer, basicClientId, endpoint } = entry
  const parameters = endpoint === 'managedIdentity' ? {} : entry.parameters
  const isForm = method === 'POST' && Object.keys(parameters).length > 0
  const lines = [
    `curl ${method === 'GET' || isForm ? '' : `-X ${method} `}${quoted(`https://${host}${path}${queryText(query)}`)}`,
    '--cacert "$AGENTID_CA_FILE"',
    ...(bearer === undefined ? [] : ['-H "Authorization: Bearer $ACCESS_TOKEN"']),
    ...(basicClientId === undefined ? [] : [`-u "${basicClientId}:$CLIENT_SECRET"`]),
    ...(isForm
      ? Object.entries(parameters).map(([name, value]) => `--data-urlencode ${pair(name, value)}`)
      : []),
  ]
  return lines.join(' \\\n  ')
}

function pair(name: string, value: string): string {
  return value === masked ? `"${name}=$${variableOf(name)}"` : quoted(`${name}=${value}`)
}

/** Of the name `client_secret`: `CLIENT_SECRET`. */
function variableOf(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')
}

function queryText(query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString()
  return text === '' ? '' : `?${text}`
}

/** For a POSIX shell: nothing in it is anything but text. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
