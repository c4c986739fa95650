import type { Observation } from './observation.ts'

/** An observation as data, for programs. The numbers in `requests` of a finding are those of `sequence`. */
export function observationRecord({ clients, ...observation }: Observation) {
  return {
    format: 'agentid-observation/1',
    ...observation,
    clients: clients.map(({ known, clientId, ...client }) => ({
      clientId: clientId ?? null,
      name: known?.name ?? null,
      kind: known?.kind ?? null,
      ...client,
    })),
  }
}
