import { type RunningMockIdp, trustLines } from '../../mock-idp/node.ts'
import { painter } from '../paint.ts'

type Stream = { readonly isTTY?: boolean }

/** What a person sees when the mock is ready: where it is, how to trust it, and a request to paste. */
export function greeting(idp: RunningMockIdp, platform: string, stream: Stream): string {
  const { bold, dim } = painter(stream)
  const { authorityHost, httpUrl, caFile, controlToken, variables } = idp
  const facts: [string, string | undefined][] = [
    ['authority', authorityHost],
    ['http', httpUrl],
    ['tenant', variables.AGENTID_TENANT_ID],
    ['control', `${authorityHost}/_mock/openapi.json`],
    ['control token', controlToken],
    ['CA', `${caFile}${idp.created === 'ca' ? ' (new: trust it below)' : ''}`],
  ]
  const lines = [
    bold('agentid-conformance: a mock of Microsoft Entra for agent identities'),
    dim('A test tool. Never a production identity provider.'),
    '',
    ...facts.flatMap(([name, value]) => (value ? [`  ${name.padEnd(14)}${value}`] : [])),
    '',
    'Trust it, in the shell that runs your client:',
    ...trustLines(caFile, platform).map(({ client, line }) => `  ${client.padEnd(8)}${line}`),
    '',
    'Stop it with Ctrl+C.',
    '',
  ]
  return `${lines.join('\n')}\n`
}
