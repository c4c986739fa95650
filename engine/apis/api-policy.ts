import { z } from 'zod'
import { agentNames, blueprintNames } from '../cast/names.ts'

const yes = (description: string) => z.boolean().default(true).meta({ description })
const no = (description: string) => z.boolean().default(false).meta({ description })

/** Whom an API lets in, and in what form tokens reach it. */
export const apiPolicySchema = z.strictObject({
  apps: yes('Whether it lets agents and applications in that act for themselves. Default: true.'),
  people: yes('Whether it lets clients in that act on behalf of a person. Default: true.'),
  agentUsers: yes('Whether it lets the users of agents in. Default: true.'),
  requireAgent: no('Whether it lets in agents alone. Default: false.'),
  agents: z.array(z.enum(agentNames)).min(1).nullable().default(null).meta({
    description: 'Agent identities that it lets in, by name, such as Booking. Default: all.',
  }),
  blueprints: z.array(z.enum(blueprintNames)).min(1).nullable().default(null).meta({
    description: 'Blueprints whose agent identities it lets in, by name. Default: all.',
  }),
  multiTenant: no('Whether it takes tokens of every tenant. Default: false.'),
  mcp: no('Whether it is an MCP server. Default: false.'),
})

export type ApiPolicy = z.output<typeof apiPolicySchema>
