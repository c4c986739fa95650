import { addingTrustLines, type RunningMockIdp } from '../../mock-idp/node.ts'
import type { Colours } from '../terminal/colours.ts'

type GreetingFacts = {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly colours: Colours
  /** Whether nobody but the mock knows the token of the control API yet. */
  readonly isTokenNew: boolean
  /** Whether `/` is a page for people. */
  readonly hasConsole: boolean
}

/** What a person sees when the mock is ready: where it is, how to trust it, and a request to paste. */
export function greeting(
  idp: RunningMockIdp,
  { platform, env, colours, isTokenNew, hasConsole }: GreetingFacts,
): string {
  const { title, name, aside } = colours
  const { authorityHost, httpUrl, caFile, controlToken, variables } = idp
  const facts: [string, string | undefined][] = [
    ['authority', authorityHost],
    ['http', httpUrl],
    ['console', hasConsole ? `${authorityHost}/` : undefined],
    ['graph', `${authorityHost}/v1.0`],
    ['tenant', variables.AGENTID_TENANT_ID],
    ['control', `${authorityHost}/_mock/openapi.json`],
    ['control token', isTokenNew ? controlToken : undefined],
    ['CA', `${caFile}${idp.created === 'ca' ? ' (new: trust it below)' : ''}`],
  ]
  const lines = [
    title('agentid-conformance: a mock of Microsoft Entra for agent identities'),
    aside('For tests only. Never use it as a production identity provider.'),
    '',
    ...facts.flatMap(([what, value]) => (value ? [`  ${name(what.padEnd(14))}${value}`] : [])),
    '',
    'Trust the mock, besides what you trust now, in the shell that runs your client:',
    ...addingTrustLines(caFile, platform, env).map(
      ({ client, line }) => `  ${name(client.padEnd(14))}${line}`,
    ),
    '',
    'Stop it with Ctrl+C.',
    '',
  ]
  return `${lines.join('\n')}\n`
}
