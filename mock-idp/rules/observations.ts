import type { Observation } from './observation.ts'

/** What live tenants confirmed. `agentid compare-live DIR --adopt` writes this file. */
export const observations: readonly Observation[] = []
