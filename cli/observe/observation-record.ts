import type { Observation } from './observation.ts'

/** An observation as data, for programs. The numbers in `requests` of a finding are those of `sequence`. */
export function observationRecord({
  program,
  verdict,
  problems,
  clients,
  refusals,
  requests,
}: Observation) {
  return {
    format: 'agentid-observation/1',
    program,
    verdict,
    problems,
    clients: clients.map(({ clientId, known, ...client }) => ({
      clientId: clientId ?? null,
      name: known?.name ?? null,
      kind: known?.kind ?? null,
      ...client,
    })),
    refusals,
    requests,
  }
}
