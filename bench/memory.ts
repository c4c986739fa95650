import { startAgentid, t1Request } from './agentid-server.ts'
import { load } from './load.ts'
import type { Measurement } from './measurement.ts'
import { residentMegabytes } from './server-process.ts'
import { summarize } from './statistics.ts'

/** Resident memory while tokens are issued: at the end, and how much of it came in the second half. */
export const memory: Measurement = async (surroundings) => {
  const { quick, progress } = surroundings
  const server = await startAgentid(surroundings)
  try {
    const tokens = quick ? 10_000 : 50_000
    const atStart = residentMegabytes(server.pid)
    const request = t1Request(server)
    const samples: number[] = []
    for (let tenth = 1; tenth <= 10; tenth++) {
      progress(`memory, ${(tokens * tenth) / 10} tokens`)
      await load(tokens / 10, () => request)
      samples.push(residentMegabytes(server.pid))
    }
    const halfway = samples[samples.length / 2 - 1] ?? Number.NaN
    const growth = samples.slice(samples.length / 2).map((sample) => sample - halfway)
    const last = samples.at(-1) ?? Number.NaN
    return {
      title: `Resident memory while ${tokens} tokens are issued`,
      rows: [
        { what: 'when ready', unit: 'MB', measured: summarize([atStart]) },
        {
          what: `after ${tokens} tokens`,
          unit: 'MB',
          measured: { ...summarize(samples), median: last },
          target: { atMost: 100 },
        },
        {
          what: 'growth in the second half',
          unit: 'MB',
          measured: { ...summarize(growth), median: growth.at(-1) ?? Number.NaN },
          target: { atMost: 10 },
        },
      ],
      notes: [`the figure is the last one; after each tenth: ${samples.map(Math.round).join(' ')}`],
    }
  } finally {
    await server.stop()
  }
}
